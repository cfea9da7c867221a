/** What a file would change, before it does; and the press that does it. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Template } from '../../lib/copy/copying.ts';
import { t } from '../../lib/i18n.ts';
import type { PlacesFile } from '../../lib/places/exchange.ts';
import { mostPlaces, type Place } from '../../lib/places/place.ts';
import { applyImport, type Conflict, type ImportPreview as Preview, previewImport } from '../../lib/places/preview.ts';
import type { Account } from '../../lib/state/schemas.ts';
import { Button } from '../Button.tsx';
import type { Messages } from '../use-messages.ts';
import { ImportGroups } from './ImportGroups.tsx';
import type { PlacesActions } from './places-actions.ts';

export interface ReadFile {
  name: string;
  file: PlacesFile;
}

interface ImportPreviewProps {
  account: Account;
  places: readonly Place[];
  templates: readonly Template[];
  now: number;
  actions: PlacesActions;
  messages: Messages;
  read: ReadFile;
  takesFocus: boolean;
  onClose(): void;
}

export function ImportPreview({ account, places, templates, now, read, onClose, ...props }: ImportPreviewProps) {
  const { preview, choose } = usePreview(places, read, now);
  const heading = useHeading(props.takesFocus);
  const added = preview.added.length + chosen(preview, 'add');
  const changed = preview.changed.length + chosen(preview, 'change');
  const apply = async () => {
    props.messages.clear();
    const edit = (current: readonly Place[]) => applyImport(current, preview, now);
    const edited = await props.actions.change(account.key, edit).catch(() => null);
    if (edited?.ok) {
      props.messages.say('status', t('placesFile_imported', added, changed));
      return onClose();
    }
    if (edited?.failure === 'holdsToken') props.messages.say('alert', t('places_not_holdsToken'));
    else props.messages.say('alert', edited ? t('placesFile_not_tooMany', mostPlaces) : t('placesFile_not_stored'));
  };
  return (
    <div class="place-form places-wide">
      <h4 ref={heading} tabIndex={-1}>
        {t('placesFile_previewTitle', read.name)}
      </h4>
      <p aria-live="polite">
        {added + changed + preview.conflicts.length === 0
          ? t('placesFile_nothing')
          : t('placesFile_counts', added, changed, preview.unchanged.length)}
      </p>
      <ImportGroups {...{ preview, templates }} onChoose={choose} />
      <div class="row">
        <button
          type="button"
          class="primary"
          aria-disabled={added + changed === 0 || undefined}
          onClick={() => added + changed > 0 && void apply()}
        >
          {t('placesFile_importOne')}
        </button>
        <Button text={t('cancel')} onPress={onClose} />
      </div>
    </div>
  );
}

function chosen({ conflicts }: Preview, choice: Conflict['choice']): number {
  return conflicts.filter((each) => each.choice === choice).length;
}

/** The preview of `read` on the places as they are now, with what has been chosen for its conflicts. */
function usePreview(places: readonly Place[], read: ReadFile, now: number) {
  const [choices, setChoices] = useState<ReadonlyMap<string, Conflict['choice']>>(new Map());
  // Rows without a time are of the time when the file was chosen.
  const [readAt] = useState(now);
  const preview = useMemo(() => previewImport(places, read.file, readAt), [places, read, readAt]);
  const conflicts = preview.conflicts.map((each) => ({ ...each, choice: choices.get(each.added.id) ?? each.choice }));
  const choose = (some: readonly Conflict[], choice: Conflict['choice']) =>
    setChoices((before) => new Map([...before, ...some.map(({ added }) => [added.id, choice] as const)]));
  return { preview: { ...preview, conflicts }, choose };
}

/** What is new on the page gets the focus. */
function useHeading(takesFocus: boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return heading;
}
