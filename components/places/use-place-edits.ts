/** What the presses on the places' page do to the list, and what is said of it. */
import { t } from '../../lib/i18n.ts';
import { addPlace, type Edited, movePlace, setArchived, updatePlace } from '../../lib/places/edit.ts';
import { checkDraft, mostPlaces, type Place, type PlaceFields } from '../../lib/places/place.ts';
import { draftOf, type Preset } from '../../lib/places/presets.ts';
import type { Messages } from '../use-messages.ts';
import type { PlacesActions } from './places-actions.ts';

type Edit = (places: readonly Place[]) => Edited;

export interface PlaceEdits {
  /** Adds a place or, with `place`, changes that one. Gives whether it was stored. */
  save(place: Place | null, fields: PlaceFields): Promise<boolean>;
  addPreset(preset: Preset, name: string): void;
  /** Moves `place` to the other side of the one beside it in `shown`; -1 is up. */
  move(place: Place, by: -1 | 1, shown: readonly Place[]): void;
  archive(place: Place, archived: boolean): void;
}

/** The edits of the places of `account`, made at `now` (epoch ms). */
export function usePlaceEdits(account: string, now: number, { change }: PlacesActions, messages: Messages): PlaceEdits {
  const run = async (edit: Edit, done: string): Promise<boolean> => {
    messages.clear();
    const edited = await change(account, edit).catch(() => null);
    if (edited?.ok) messages.say('status', done);
    else messages.say('alert', edited ? t(`places_not_${edited.failure}`, mostPlaces) : t('places_not_stored'));
    return edited?.ok ?? false;
  };
  const add = (fields: PlaceFields) => run((places) => addPlace(places, fields, now), t('places_added', fields.name));
  return {
    save: (place, fields) =>
      place ? run((places) => updatePlace(places, place.id, fields, now), t('places_saved', fields.name)) : add(fields),
    addPreset: (preset, name) => {
      const checked = checkDraft(draftOf(preset, name));
      if (checked.ok) void add(checked.fields);
    },
    move: (place, by, shown) => {
      const at = shown.findIndex(({ id }) => id === place.id) + by;
      const beside = shown[at];
      if (!beside) return;
      const done = t('places_moved', place.name, at + 1, shown.length);
      void run((places) => moveBeside(places, place.id, beside.id, by), done);
    },
    archive: (place, archived) => {
      const done = t(archived ? 'places_archived' : 'places_broughtBack', place.name);
      void run((places) => setArchived(places, place.id, archived, now), done);
    },
  };
}

/** The list may have changed since it was drawn: what counts is the place that was beside it then. */
function moveBeside(places: readonly Place[], id: string, beside: string, by: -1 | 1): Edited {
  const at = places.filter((each) => each.id !== id).findIndex((each) => each.id === beside);
  if (at < 0) return { ok: false, failure: 'unknownPlace' };
  return movePlace(places, id, by < 0 ? at : at + 1);
}
