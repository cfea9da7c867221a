/** Taking the rotation's record along as Markdown, by the clipboard or as a file. */
import { t } from '../../lib/i18n.ts';
import { Button } from '../Button.tsx';
import { fileName } from '../download.ts';
import { recordOfRotation } from './rotation-record.ts';
import type { StepProps } from './step-props.ts';

export function RecordExport(props: StepProps) {
  return (
    <div class="aside">
      <div class="row">
        <Button text={t('rotation_copyRecord')} onPress={() => void copyRecord(props)} />
        <Button text={t('rotation_saveRecord')} onPress={() => void saveRecord(props)} />
      </div>
      <p class="facts">{t('rotation_otherExports')}</p>
    </div>
  );
}

async function textOf({ rotation, account, shown, actions }: StepProps): Promise<string> {
  const entries = await actions.history(account.key);
  return recordOfRotation(rotation, account, entries, shown.around.templates, actions.clock());
}

async function copyRecord(props: StepProps): Promise<void> {
  const { actions, messages } = props;
  messages.clear();
  const result = await actions.copy(textOf(props));
  if (result === 'copied') messages.say('status', t('rotation_recordCopied'));
  else messages.say('alert', t(result === 'noText' ? 'rotation_recordNotRead' : 'notCopied_refused'));
}

async function saveRecord(props: StepProps): Promise<void> {
  const { account, actions, messages } = props;
  messages.clear();
  const text = await textOf(props).catch(() => null);
  if (text === null) return messages.say('alert', t('rotation_recordNotRead'));
  const name = fileName('rotation', account.label ?? account.orgId ?? '', actions.clock(), 'md');
  actions.download({ name, type: 'text/markdown;charset=utf-8', text });
}
