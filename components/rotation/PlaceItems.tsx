/** The places of a rotation, one row each. Built for hundreds: what is out of sight is laid out when it comes near. */
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { Place } from '../../lib/places/place.ts';
import type { Rotation } from '../../lib/rotation/rotation.ts';
import { type PlaceDeeds, PlaceRow } from './PlaceRow.tsx';

interface PlaceItemsProps {
  rotation: Rotation;
  /** The account's places as they are listed now. */
  places: readonly Place[];
  now: number;
  deeds: Omit<PlaceDeeds, 'askSkip'>;
}

export function PlaceItems({ rotation, places, now, deeds }: PlaceItemsProps) {
  const [skipping, askSkip] = useState<string | null>(null);
  const listed = new Map(places.map((place) => [place.id, place]));
  return (
    <ul class="places" aria-label={t('record_places')}>
      {rotation.items.map((item) => (
        <PlaceRow
          key={item.place}
          item={item}
          place={listed.get(item.place) ?? null}
          now={now}
          isSkipping={skipping === item.place}
          deeds={{ ...deeds, askSkip }}
        />
      ))}
    </ul>
  );
}
