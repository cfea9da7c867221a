/** The popup's pages besides the token's own. */
import { useRef } from 'preact/hooks';
import { type Shown, tokenIn } from '../lib/state/desk.ts';
import type { Account, PopupPage } from '../lib/state/schemas.ts';
import { ComparePage } from './ComparePage.tsx';
import { CopyAsPage } from './copy/CopyAsPage.tsx';
import { copyingAs } from './copy/copying-as.ts';
import type { PopupStart } from './Popup.tsx';
import { Places } from './places/Places.tsx';
import type { PopupActions } from './popup-actions.ts';
import { RotationPage } from './rotation/RotationPage.tsx';
import type { AskedKind } from './use-asking.ts';
import type { Messages } from './use-messages.ts';
import type { TokenDeeds } from './use-token-deeds.ts';

export interface SubPageProps {
  page: Exclude<PopupPage, 'token'>;
  shown: Shown;
  account: Account;
  now: number;
  actions: PopupActions;
  messages: Messages;
  start: PopupStart;
  deeds: TokenDeeds;
  onAsk(kind: AskedKind): void;
  onBack(): void;
}

export function SubPage({ page, shown, account, now, actions, messages, start, ...rest }: SubPageProps) {
  const { deeds, onAsk, onBack } = rest;
  /** What is selected where the browser refuses to copy as another format. */
  const preview = useRef<HTMLTextAreaElement>(null);
  const copyAs = copyingAs({ shown, actions, messages, deeds, field: preview });
  const { places, templates } = shown.around;
  switch (page) {
    case 'copyAs':
      return (
        <CopyAsPage
          {...{ shown, account, actions }}
          field={preview}
          initiallyNaming={start.isNaming ?? false}
          onCopy={copyAs}
          onCopyToken={deeds.copy}
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
      return <ComparePage {...{ account, actions }} token={tokenIn(shown)} initialPasted={start.pasted ?? ''} />;
  }
}
