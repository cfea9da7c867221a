/** What the places' pages can do to what is stored, as the pure components see it, and the wired one. */
import type { Edited } from '../../lib/places/edit.ts';
import type { Place } from '../../lib/places/place.ts';
import { changePlaces } from '../../lib/state/change.ts';

export interface PlacesActions {
  /**
   * Stores what `edit` makes of the places of the account with key `account`, as they are then. Gives the edit's own
   * answer, failures included; rejects where the browser does not store it.
   */
  change(account: string, edit: (places: readonly Place[]) => Edited): Promise<Edited>;
}

/** The actions on stored places. */
export const storedPlaces: PlacesActions = {
  change: (account, edit) => changePlaces(account, edit, Date.now()),
};
