/** The form of one place, new or not. What is typed is kept until it is saved or given up. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Template } from '../../lib/copy/copying.ts';
import { t } from '../../lib/i18n.ts';
import {
  checkDraft,
  type DraftField,
  emptyDraft,
  type PlaceFields as Fields,
  type Place,
  type PlaceDraft,
} from '../../lib/places/place.ts';
import { Button } from '../Button.tsx';
import { useDraft } from '../use-draft.ts';
import { PlaceFields } from './PlaceFields.tsx';

export interface PlaceFormProps {
  /** What the draft is kept as. */
  form: string;
  /** Null: a new one. */
  place: Place | null;
  templates: readonly Template[];
  /** On the options page, where it stands under the heading of a section. */
  wide: boolean;
  /** Whether the person has just asked for the form. */
  takesFocus: boolean;
  /** What is typed and whether Save was pressed before; for the gallery. */
  initialTyped?: Partial<PlaceDraft> | undefined;
  isTried?: boolean | undefined;
  /** Gives whether the place was stored. */
  onSave(fields: Fields): Promise<boolean>;
  onClose(): void;
}

export function PlaceForm({ place, templates, onClose, ...props }: PlaceFormProps) {
  const shown = useRef<HTMLFormElement>(null);
  const Title = props.wide ? 'h3' : 'h2';
  const draft = useDraft<DraftField>(props.form, { ...draftOf(place), ...props.initialTyped });
  const [tries, setTries] = useState(props.isTried ? 1 : 0);
  const checked = checkDraft(draft.values);
  const errors = tries === 0 || checked.ok ? [] : checked.errors;
  useFormFocus(shown, props.takesFocus, tries);
  const save = useSave(async () => {
    if (!checked.ok) return setTries((before) => before + 1);
    if (await props.onSave(checked.fields)) draft.discard();
  });
  const discard = () => {
    draft.discard();
    setTries(0);
  };
  return (
    <form
      ref={shown}
      class={props.wide ? 'place-form places-wide' : 'place-form'}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div class="place-title">
        <Title>{place ? t('place_formEdit', place.name) : t('place_formNew')}</Title>
        <button type="button" class="inline" aria-disabled={!draft.isChanged || undefined} onClick={discard}>
          {t('place_discard')}
        </button>
      </div>
      <p class="small">{t('place_noSecrets')}</p>
      <PlaceFields values={draft.values} errors={errors} templates={templates} onType={draft.set} />
      <div class="row">
        <button type="submit" class="primary">
          {t('place_save')}
        </button>
        <Button
          text={t('cancel')}
          onPress={() => {
            draft.discard();
            onClose();
          }}
        />
      </div>
    </form>
  );
}

function draftOf(place: Place | null): PlaceDraft {
  if (!place) return emptyDraft;
  const { name, system, link, contact, api, format, note } = place;
  return { name, system, link: link ?? '', contact, api, format, note };
}

/** To the first field when the person opened the form, and to the first wrong one when they tried to save it. */
function useFormFocus(form: { current: HTMLFormElement | null }, takesFocus: boolean, tries: number): void {
  const wasTried = useRef(tries);
  useLayoutEffect(() => {
    if (takesFocus) form.current?.querySelector<HTMLElement>('input')?.focus();
  }, [form, takesFocus]);
  useLayoutEffect(() => {
    if (tries > wasTried.current) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
    wasTried.current = tries;
  }, [form, tries]);
}

/** One save at a time: a double click adds one place. */
function useSave(work: () => Promise<void>): () => void {
  const isSaving = useRef(false);
  return () => {
    if (isSaving.current) return;
    isSaving.current = true;
    void work().finally(() => {
      isSaving.current = false;
    });
  };
}
