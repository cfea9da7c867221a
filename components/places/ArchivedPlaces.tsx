/** The places that are no longer in use, folded away. */
import { t } from '../../lib/i18n.ts';
import type { Place } from '../../lib/places/place.ts';
import { Folded } from './Folded.tsx';
import { RowButton } from './PlaceRow.tsx';

interface ArchivedPlacesProps {
  places: readonly Place[];
  isOpenAtFirst: boolean;
  onBringBack(place: Place): void;
}

export function ArchivedPlaces({ places, isOpenAtFirst, onBringBack }: ArchivedPlacesProps) {
  if (places.length === 0) return null;
  return (
    <Folded title={t('places_archivedCount', places.length)} isOpenAtFirst={isOpenAtFirst}>
      {() => (
        <ul class="places">
          {places.map((place) => (
            <li key={place.id} class="place place-leaving">
              <bdi class="place-name">{place.name}</bdi>
              <RowButton
                does="bringBack"
                text={t('places_bringBack')}
                label={t('places_bringBackOne', place.name)}
                onPress={() => onBringBack(place)}
              />
            </li>
          ))}
        </ul>
      )}
    </Folded>
  );
}
