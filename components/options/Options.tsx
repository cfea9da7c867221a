/** The options page as a function of what is stored: props in, wishes out. Nothing here loads. */
import { useMemo } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { aroundOf } from '../../lib/state/around.ts';
import type { OptionsState } from '../../lib/state/options.ts';
import type { Said } from '../notice-text.ts';
import { useMessages } from '../use-messages.ts';
import { AboutSection } from './AboutSection.tsx';
import { CheckSection } from './CheckSection.tsx';
import { ClipboardSection } from './ClipboardSection.tsx';
import { CompareSection } from './CompareSection.tsx';
import { CopySection } from './CopySection.tsx';
import { DataSection } from './DataSection.tsx';
import { OptionsHeader } from './OptionsHeader.tsx';
import { OptionsNav } from './OptionsNav.tsx';
import { Outcome } from './Outcome.tsx';
import type { OptionsActions } from './options-actions.ts';
import { PlacesSection } from './PlacesSection.tsx';
import { RecordSection } from './RecordSection.tsx';
import { ReminderSection } from './ReminderSection.tsx';
import { SyncSection } from './SyncSection.tsx';
import type { AccountProps, PageProps } from './section-props.ts';
import { useAccount } from './use-account.ts';

interface OptionsProps {
  state: OptionsState;
  /** Epoch ms. */
  now: number;
  actions: OptionsActions;
  /** What is said at first; for the gallery. */
  said?: Said;
}

export function Options({ state, now, actions, said }: OptionsProps) {
  const messages = useMessages(said ?? null);
  const { accounts } = state.desk;
  const { account, choose } = useAccount(accounts);
  const around = useMemo(() => aroundOf(state.desk, account?.key ?? null), [state.desk, account?.key]);
  const page: PageProps = { state, around, now, actions, messages };
  return (
    <div class="page">
      <div class="top">
        <OptionsHeader {...{ accounts, account }} onChoose={choose} />
        <Outcome messages={messages} />
      </div>
      <OptionsNav hasAccount={account !== null} />
      <main>
        {account ? <Sections key={account.key} {...page} account={account} /> : <SharedSections {...page} />}
        {/* Not of the account: erasing goes on when the account is gone. */}
        <DataSection {...page} account={account} />
        <AboutSection state={state} />
      </main>
    </div>
  );
}

/** What there is of the account that was chosen. */
function Sections(props: AccountProps) {
  return (
    <>
      <PlacesSection {...props} />
      <CopySection {...props} />
      <CheckSection {...props} />
      <ReminderSection {...props} />
      <ClipboardSection {...props} />
      <SyncSection {...props} />
      <CompareSection {...props} />
      <RecordSection {...props} />
    </>
  );
}

/** What there is to choose before any account is known. */
function SharedSections(props: PageProps) {
  return (
    <>
      <p class="notice">{t('options_noAccount')}</p>
      <CopySection {...props} account={null} />
      <ClipboardSection {...props} />
      <SyncSection {...props} />
    </>
  );
}
