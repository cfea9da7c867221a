/** Takes an account's places to a file and back. Only the options page has it: a popup closes under a file dialog. */
import { useRef, useState } from 'preact/hooks';
import type { Template } from '../../lib/copy/copying.ts';
import { t } from '../../lib/i18n.ts';
import {
  type FileFailure,
  largestFile,
  type PlacesFile,
  readPlacesFile,
  writePlacesFile,
} from '../../lib/places/exchange.ts';
import type { Place } from '../../lib/places/place.ts';
import type { Account } from '../../lib/state/schemas.ts';
import { Button } from '../Button.tsx';
import { type FileToSave, fileName } from '../download.ts';
import type { Messages } from '../use-messages.ts';
import { ImportPreview, type ReadFile } from './ImportPreview.tsx';
import { failureText } from './import-texts.ts';
import type { PlacesActions } from './places-actions.ts';

export interface PlacesFilesProps {
  account: Account;
  /** All of the account, archived ones among them, in their order. */
  places: readonly Place[];
  templates: readonly Template[];
  /** Epoch ms. */
  now: number;
  actions: PlacesActions;
  messages: Messages;
  /** Gives the person a file. */
  download(file: FileToSave): void;
  /** A file that was read already; for the gallery. */
  initial?: ReadFile;
}

/** A file that was chosen belongs to one account. */
export function PlacesFiles(props: PlacesFilesProps) {
  return <FilesOfAccount key={props.account.key} {...props} />;
}

function FilesOfAccount({ account, places, now, messages, download, initial, ...rest }: PlacesFilesProps) {
  const importButton = useRef<HTMLButtonElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState(initial ?? null);
  const serial = useRef(0);
  const exportPlaces = () => {
    const name = fileName('places', account.label ?? account.orgId ?? '', now, 'json');
    const { label, orgId } = account;
    download({ name, type: 'application/json', text: writePlacesFile(places, { label, orgId }, now) });
    messages.say('status', t('placesFile_exported', name));
  };
  const take = async (chosen: File) => {
    messages.clear();
    const file = await readFile(chosen);
    serial.current += 1;
    setRead(file.ok ? { name: chosen.name, file } : null);
    if (!file.ok) messages.say('alert', failureText(file.failure));
  };
  const close = () => {
    setRead(null);
    importButton.current?.focus();
  };
  return (
    <div class="places-page places-wide">
      <h3>{t('placesFile_title')}</h3>
      <p class="small">{t('placesFile_text')}</p>
      <div class="row">
        <Button text={t('placesFile_export')} onPress={exportPlaces} />
        <button type="button" class="secondary" ref={importButton} onClick={() => input.current?.click()}>
          {t('placesFile_import')}
        </button>
      </div>
      <FileInput input={input} onChoose={(file) => void take(file)} />
      {read && (
        <ImportPreview
          key={serial.current}
          {...{ account, places, now, messages, ...rest, read }}
          takesFocus={read !== initial}
          onClose={close}
        />
      )}
    </div>
  );
}

interface FileInputProps {
  input: { current: HTMLInputElement | null };
  onChoose(file: File): void;
}

/** Opened by the button: browsers draw their own in a language and a look of theirs. */
function FileInput({ input, onChoose }: FileInputProps) {
  return (
    <input
      ref={input}
      type="file"
      accept=".json,application/json"
      hidden
      aria-label={t('placesFile_import')}
      onChange={({ currentTarget }) => {
        const file = currentTarget.files?.[0];
        if (file) onChoose(file);
        // The same file may be chosen again once it has been corrected.
        currentTarget.value = '';
      }}
    />
  );
}

async function readFile(file: File): Promise<PlacesFile | { ok: false; failure: FileFailure | 'notRead' }> {
  // Before it is read: it may be as large as the disk.
  if (file.size > largestFile) return { ok: false, failure: 'tooLarge' };
  return file.text().then(readPlacesFile, () => ({ ok: false, failure: 'notRead' }) as const);
}
