/** Whether Regenerate or Delete is being asked about; ends by itself when the token it is about is no longer current. */
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../lib/i18n.ts';
import type { Shown } from '../lib/state/desk.ts';
import type { Account, TokenMark } from '../lib/state/schemas.ts';
import type { Messages } from './use-messages.ts';

export type AskedKind = 'regenerate' | 'delete';

/** What the open dialog is about: the token and account as they were when it opened. */
export interface Asked {
  kind: AskedKind;
  account: Account;
  mark: TokenMark;
}

export interface Asking {
  asked: Asked | null;
  ask(kind: AskedKind): void;
  stop(): void;
}

/** Holds the open question. `initial` opens one at once, for the gallery. */
export function useAsking({ account, view }: Shown, { say, clear }: Messages, initial: AskedKind | null): Asking {
  const about = (kind: AskedKind): Asked | null => (account?.mark ? { kind, account, mark: account.mark } : null);
  const [asked, setAsked] = useState<Asked | null>(() => initial && about(initial));
  const stop = useCallback(() => setAsked(null), []);
  const fingerprint = `${account?.key} ${account?.mark?.fingerprint}`;
  const seen = useRef(fingerprint);
  const overtaken = view.name === 'working' || view.name === 'needsYou' || view.name === 'unknownOutcome';
  useLayoutEffect(() => {
    const changed = seen.current !== fingerprint;
    seen.current = fingerprint;
    if (asked && (changed || overtaken)) {
      setAsked(null);
      say('alert', t(changed ? 'dialog_changed' : 'dialog_overtaken'));
    } else if (changed) clear();
  }, [asked, fingerprint, overtaken, say, clear]);
  return { asked, ask: (kind) => setAsked(about(kind)), stop };
}
