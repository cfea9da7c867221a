/** What each press on the places' page does: to the list, to the form that is open, and to the focus. */
import type { RefObject } from 'preact';
import type { Place, PlaceFields } from '../../lib/places/place.ts';
import type { Preset } from '../../lib/places/presets.ts';
import { useFocusAfter } from './use-focus-after.ts';
import type { OpenForm } from './use-open-form.ts';
import type { PlaceEdits } from './use-place-edits.ts';

export interface PlacePresses {
  onOpen(which: string): void;
  onClose(): void;
  /** Saves the form of `place`, or of a new one; gives whether it was stored. */
  onSave(place: Place | null, fields: PlaceFields): Promise<boolean>;
  onAddPreset(preset: Preset, name: string): void;
  onMove(place: Place, by: -1 | 1, shown: readonly Place[]): void;
  onArchive(place: Place, archived: boolean): void;
}

/** The presses on the page in `root`. */
export function usePlacePresses(root: RefObject<HTMLElement | null>, form: OpenForm, edits: PlaceEdits): PlacePresses {
  const focusAfter = useFocusAfter(root);
  const onClose = () => {
    focusAfter(buttonOf('edit', form.which), addButton);
    form.close();
  };
  return {
    onOpen: form.open,
    onClose,
    onSave: async (place, fields) => {
      const isStored = await edits.save(place, fields);
      if (isStored) onClose();
      return isStored;
    },
    onAddPreset: edits.addPreset,
    onMove: (place, by, shown) => {
      focusAfter(buttonOf(by < 0 ? 'up' : 'down', place.id));
      edits.move(place, by, shown);
    },
    onArchive: (place, archived) => {
      focusAfter(buttonOf(archived ? 'undo' : 'archive', place.id), addButton);
      edits.archive(place, archived);
    },
  };
}

const addButton = '[data-does=add]';

function buttonOf(does: string, id: string | null): string {
  return `[data-place="${id}"] [data-does=${does}]`;
}
