/** Where an account's token is used: the list of places, or the form of one of them. */
import { useRef, useState } from 'preact/hooks';
import type { Template } from '../../lib/copy/copying.ts';
import { t } from '../../lib/i18n.ts';
import type { Place, PlaceDraft } from '../../lib/places/place.ts';
import type { Account } from '../../lib/state/schemas.ts';
import type { Messages } from '../use-messages.ts';
import { PlaceForm } from './PlaceForm.tsx';
import { PlaceList } from './PlaceList.tsx';
import type { PlacesActions } from './places-actions.ts';
import { formKey, useOpenForm } from './use-open-form.ts';
import { usePlaceEdits } from './use-place-edits.ts';
import { usePlacePresses } from './use-place-presses.ts';

/** What a person has done on the page so far; the gallery starts from any of it. */
export interface PlacesStart {
  /** The form that is open: a place's id, or `new`. */
  form?: string;
  typed?: Partial<PlaceDraft>;
  isTried?: boolean;
  filter?: string;
  isArchiveOpen?: boolean;
}

export interface PlacesProps {
  account: Account;
  /** All of the account, archived ones among them, in their order. */
  places: readonly Place[];
  templates: readonly Template[];
  /** Epoch ms: when an edit is made. */
  now: number;
  /** On the options page; where false, it is said that import and export are there. */
  wide: boolean;
  actions: PlacesActions;
  messages: Messages;
  initial?: PlacesStart;
}

/** Filter, form and focus belong to one account. */
export function Places(props: PlacesProps) {
  return <PlacesOfAccount key={props.account.key} {...props} />;
}

function PlacesOfAccount({ account, places, templates, wide, initial = {}, ...props }: PlacesProps) {
  const root = useRef<HTMLDivElement>(null);
  const form = useOpenForm(account.key, initial.form ?? null);
  const [filter, setFilter] = useState(initial.filter ?? '');
  const edits = usePlaceEdits(account.key, props.now, props.actions, props.messages);
  const presses = usePlacePresses(root, form, edits);
  const place = places.find(({ id }) => id === form.which) ?? null;
  const which = place?.id ?? (form.which === 'new' ? form.which : null);
  return (
    <div ref={root}>
      {/* Hidden and not taken away: 500 places take their time to be drawn, and the list stays where it was scrolled. */}
      <div class={wide ? 'places-page places-wide' : 'places-page'} hidden={which !== null}>
        <PlaceList
          {...{ places, filter, presses }}
          isArchiveOpen={initial.isArchiveOpen ?? false}
          onFilter={setFilter}
        />
        {!wide && <p class="small">{t('places_filesInSettings')}</p>}
      </div>
      {which !== null && (
        <PlaceForm
          key={which}
          form={formKey(account.key, which)}
          {...{ place, templates, wide }}
          takesFocus={form.isAsked}
          initialTyped={initial.typed}
          isTried={initial.isTried}
          onSave={(fields) => presses.onSave(place, fields)}
          onClose={presses.onClose}
        />
      )}
    </div>
  );
}
