/** The places that stop working, by name: all of them, in a list that scrolls where they are many. */
import { t } from '../lib/i18n.ts';
import type { Place } from '../lib/places/place.ts';

/** So many are in sight at once; more have to be scrolled to, which the keyboard can where the list has the focus. */
const mostInSight = 4;

export function StoppingPlaces({ places }: { places: readonly Place[] }) {
  if (places.length === 0) return null;
  return (
    <ul class="stopping" aria-labelledby="ask-places" tabIndex={places.length > mostInSight ? 0 : undefined}>
      {places.map(({ id, name, api, contact }) => (
        <li key={id}>
          <bdi>{name}</bdi>
          <span class="facts">
            {contact && <bdi>{contact}</bdi>}
            <span>{t(`place_api_${api}`)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
