/** The states of the places' page by name: of the popup, and of the options page where it is wide. */
import type { ReadFile } from '../../components/places/ImportPreview.tsx';
import type { PlacesStart } from '../../components/places/Places.tsx';
import { readPlacesFile } from '../../lib/places/exchange.ts';
import type { Place } from '../../lib/places/place.ts';
import type { Desk } from '../../lib/state/desk.ts';
import { account, daysAgo, deskWith, token } from './desks.ts';

export interface PlacesState {
  name: string;
  /** The popup on its page `places`. */
  desk: Desk;
  /** What the person has done on that page so far. */
  places?: PlacesStart;
}

const idOf = (n: number): string => n.toString(16).padStart(32, '0');
const templateId = idOf(0xabc);

/** A place in use; `n` tells places apart. */
export function galleryPlace(n: number, changes: Partial<Place> = {}): Place {
  return {
    ...{
      id: idOf(n),
      name: `Place ${n}`,
      system: '',
      link: null,
      contact: '',
      api: 'other',
      format: 'token',
      note: '',
    },
    ...{ updatedAt: daysAgo(n), archived: false },
    ...changes,
  };
}

/** Four places as an owner might have them, and one that is archived. */
export const galleryPlaces: readonly Place[] = [
  galleryPlace(1, {
    ...{ name: 'Chat logs in Snowflake', system: 'Snowflake', link: 'https://app.snowflake.com/', api: 'logs' },
    ...{ contact: 'Olivia, data team', note: 'Rotate the secret of the nightly task,\nthen run it once.' },
  }),
  galleryPlace(2, { name: 'Agent status from the phone system', api: 'agentStatus', format: 'authorization' }),
  galleryPlace(3, {
    ...{ name: 'Website’s server', system: 'Acme shop', link: 'https://deploy.example.com:8443/shop/environment' },
    ...{ api: 'visitorChat', format: `template:${templateId}`, contact: 'shop@example.com' },
  }),
  galleryPlace(4, { name: 'Secret in GitHub Actions', system: 'GitHub Actions', format: 'store:github' }),
  galleryPlace(5, { name: 'Old data warehouse', system: 'BigQuery', api: 'logs', archived: true }),
];

const longText = 'a-very-long-name-without-any-space.'.repeat(2);
const longPlace = galleryPlace(6, {
  ...{ name: longText, system: longText, contact: longText.slice(0, 60) },
  link: `https://${'a-very-long-host-name'.repeat(3)}.example.com/`,
});
/** So many that they can be filtered. */
export const manyPlaces = (count: number): Place[] => Array.from({ length: count }, (_, n) => galleryPlace(n + 1));

/** The popup on its page of places, of an account that has `places`. */
function placesDesk(places: readonly Place[]): Desk {
  const { key } = account();
  return deskWith(account(), token, {
    popupPage: 'places',
    places: { [key]: { places, order: { ids: places.map(({ id }) => id), updatedAt: 0 } } },
    templates: [{ id: templateId, name: 'Shop settings', text: 'TOKEN={{token}}' }],
  });
}

const wrong = { name: '', link: 'http://example.com/', contact: `\u202e${longText}`, note: token };

export const placesStates: PlacesState[] = [
  { name: 'places', desk: placesDesk(galleryPlaces) },
  { name: 'places-none', desk: placesDesk([]) },
  { name: 'places-archived', desk: placesDesk(galleryPlaces), places: { isArchiveOpen: true } },
  { name: 'places-long', desk: placesDesk([longPlace, ...galleryPlaces]) },
  { name: 'places-many', desk: placesDesk(manyPlaces(500)) },
  { name: 'places-filtered', desk: placesDesk(manyPlaces(40)), places: { filter: 'place 3' } },
  { name: 'places-no-match', desk: placesDesk(manyPlaces(40)), places: { filter: 'elsewhere' } },
  { name: 'places-new', desk: placesDesk(galleryPlaces), places: { form: 'new' } },
  { name: 'places-edit', desk: placesDesk(galleryPlaces), places: { form: idOf(1) } },
  {
    name: 'places-errors',
    desk: placesDesk(galleryPlaces),
    places: { form: idOf(1), typed: wrong, isTried: true },
  },
];

const rows = [
  ...galleryPlaces.slice(0, 2).map((place) => ({ ...place, contact: 'Noor, platform team', api: 'logs' })),
  galleryPlace(7, { name: 'Chat at a kiosk', api: 'visitorChat', link: 'https://kiosk.example.com/' }),
  { ...galleryPlace(8, { name: 'Secret in GitHub Actions', system: 'GitHub Actions' }), note: 'Of the shop only.' },
  { ...galleryPlace(9, { name: longText, system: 'Acme' }), colour: 'blue' },
  { name: '', link: 'http://example.com/' },
  'Zapier',
];

/** A file that adds, changes, asks and is refused in parts. */
export const galleryFile: ReadFile = { name: 'token-desk-places.json', file: fileOf(rows) };

function fileOf(places: readonly unknown[]): ReadFile['file'] {
  const file = readPlacesFile(JSON.stringify({ format: 'token-desk-places', version: 1, places }));
  if (!file.ok) throw new Error(`Not a file of places: ${file.failure}`);
  return file;
}
