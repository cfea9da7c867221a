/** The popup's pages besides the token's own. */
import { useRef } from 'preact/hooks';
import type { Shown } from '../lib/state/desk.ts';
import type { Account, PopupPage } from '../lib/state/schemas.ts';
import { ComparePage } from './ComparePage.tsx';
import { CopyAsPage } from './copy/CopyAsPage.tsx';
import { useCopyAs } from './copy/use-copy-as.ts';
import type { PopupStart } from './Popup.tsx';
import { Places } from './places/Places.tsx';
import type { PopupActions } from './popup-actions.ts';
import { RotationPage } from './rotation/RotationPage.tsx';
import type { AskedKind } from './use-asking.ts';
import type { Messages } from './use-messages.ts';

export interface SubPageProps {
  page: Exclude<PopupPage, 'token'>;
  shown: Shown;
  account: Account;
  now: number;
  actions: PopupActions;
  messages: Messages;
  start: PopupStart;
  copyToken(): void;
  onAsk(kind: AskedKind): void;
  onBack(): void;
}

export function SubPage({ page, shown, account, now, actions, messages, start, ...rest }: SubPageProps) {
  const { onAsk, onBack } = rest;
  /** What is selected where the browser refuses to copy as another format. */
  const preview = useRef<HTMLTextAreaElement>(null);
  const copyAs = useCopyAs({ shown, actions, messages, field: preview });
  const { places, templates } = shown.around;
  switch (page) {
    case 'copyAs':
      return (
        <CopyAsPage
          {...{ shown, account, actions }}
          field={preview}
          initiallyNaming={start.isNaming ?? false}
          onCopy={copyAs}
          onCopyToken={rest.copyToken}
        />
      );
    case 'places':
      return (
        <Places
          {...{ account, places, templates, now, messages, ...(start.places && { initial: start.places }) }}
          wide={false}
          actions={actions.places}
        />
      );
    case 'rotation':
      return <RotationPage {...{ shown, now, actions, messages, onAsk, onBack, copyAs }} />;
    case 'compare':
      return <ComparePage {...{ account, actions }} initialPasted={start.pasted ?? ''} />;
  }
}
