/** One line of what stands around the token: what there is to know, and the button that leads to it. */
import type { ComponentChildren } from 'preact';
import type { PopupPage } from '../../lib/state/schemas.ts';

interface RowProps {
  text: string;
  /** Its news are read out. */
  isLive?: boolean;
  children?: ComponentChildren;
}

export function Row({ text, isLive = false, children }: RowProps) {
  return (
    <div class="around">
      <p aria-live={isLive ? 'polite' : undefined}>{text}</p>
      {children}
    </div>
  );
}

interface RowButtonProps {
  text: string;
  /** The page it leads to; coming back from there, the focus returns to it. */
  leads?: PopupPage;
  /** Already doing it: still focusable, and does nothing. */
  busy?: boolean;
  onPress(): void;
}

export function RowButton({ text, leads, busy = false, onPress }: RowButtonProps) {
  return (
    <button
      type="button"
      class="inline"
      data-leads={leads}
      aria-disabled={busy || undefined}
      onClick={() => busy || onPress()}
    >
      {text}
    </button>
  );
}
