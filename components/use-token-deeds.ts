/** Copy and Show, by button or keys, with the token read first where it must be; and the report of both. */
import { useEffect, useRef } from 'preact/hooks';
import { defaultFormat } from '../lib/copy/copying.ts';
import type { Shown } from '../lib/state/desk.ts';
import type { TokenMark } from '../lib/state/schemas.ts';
import { copyToken, reportCopied, type Selectable, sayNotRead } from './copying.ts';
import type { PopupActions } from './popup-actions.ts';
import type { Messages } from './use-messages.ts';
import { type Reveal, useReveal } from './use-reveal.ts';
import { useToken } from './use-token.ts';

export interface TokenDeeds {
  field: Selectable & { current: HTMLInputElement | null };
  reveal: Reveal;
  /** The token, read first where it must be (use-token.ts). */
  token(): string | Promise<string>;
  /** The key of the account, as it is called by now. */
  keyNow(): string;
  copy(): void;
  toggle(): void;
  /** `text`, all of the token or a part of it, was copied by hand. */
  copiedByHand(text: string): void;
}

/** A part of a token with fewer characters is not worth more than its hash. */
const shortestKnownByHash = 16;

/** The deeds for the token that is shown; `initiallyShown` reveals it at once, for the gallery. */
export function useTokenDeeds(
  shown: Shown,
  { send, copy }: Pick<PopupActions, 'send' | 'copy'>,
  messages: Messages,
  initiallyShown: boolean,
): TokenDeeds {
  const { account, view } = shown;
  const field = useRef<HTMLInputElement>(null);
  const latest = useRef(account);
  latest.current = account;
  const token = useToken(shown, send);
  const reveal = useReveal(markToShow(shown)?.fingerprint ?? null, view.name === 'token', initiallyShown);
  useReportShown(shown, reveal.isShown, send);
  const keyNow = () => latest.current?.key ?? account?.key ?? '';
  return {
    ...{ field, reveal, token, keyNow },
    copy: () => void copyToken({ token: token(), account: keyNow, field }, { copy, send }, messages),
    toggle: () => {
      if (reveal.isShown) return reveal.hide();
      reveal.show();
      Promise.resolve(token()).catch((error: unknown) => {
        reveal.hide();
        sayNotRead('notShown', error, messages);
      });
    },
    copiedByHand: (text) => {
      // The hash of a clear that is to come is on disk: what is so short could be found again by trying.
      if (view.name !== 'token' || (text.length < shortestKnownByHash && text !== view.token)) return;
      void reportCopied({ account: keyNow(), token: view.token, text, format: defaultFormat }, send);
    },
  };
}

/** Each Show is reported, once the token is there to be seen. */
function useReportShown({ account, view }: Shown, isShown: boolean, send: PopupActions['send']): void {
  const about = useRef<{ account: string; mark: TokenMark } | null>(null);
  about.current = account && view.name === 'token' ? { account: account.key, mark: view.mark } : null;
  useEffect(() => {
    if (isShown && about.current) send({ type: 'shown', ...about.current });
  }, [isShown, send]);
}

/** The token's mark where the state shows it: it stays in place while the token itself is being read. */
export function markToShow({ account, view }: Shown): TokenMark | null {
  switch (view.name) {
    case 'token':
    case 'remembered':
      return view.mark;
    case 'reading':
      return account?.mark ?? null;
    default:
      return null;
  }
}
