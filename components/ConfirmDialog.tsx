/** Asks before a token is destroyed: whose it is, what stops by name, that there is no undo. Cancel has the focus. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t, tn } from '../lib/i18n.ts';
import type { Place } from '../lib/places/place.ts';
import { StoppingPlaces } from './StoppingPlaces.tsx';
import { TokenIdentity } from './TokenIdentity.tsx';
import { isTyped, TypeToConfirm } from './TypeToConfirm.tsx';
import type { Asked } from './use-asking.ts';

interface ConfirmDialogProps {
  asked: Asked;
  /** The places in use, which stop working. */
  places: readonly Place[];
  now: number;
  /** What stands in the field of a Delete dialog at first; for the gallery. */
  initialTyped?: string | undefined;
  onConfirm(): void;
  onCancel(): void;
}

export function ConfirmDialog({ asked, places, now, initialTyped = '', onConfirm, onCancel }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(initialTyped);
  useModal(dialog, cancel);
  const isReady = asked.kind === 'regenerate' || isTyped(asked.mark, typed);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the key for it, and arrives as the cancel event.
    <dialog
      ref={dialog}
      role="alertdialog"
      aria-labelledby="ask-title"
      aria-describedby="ask-text"
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
      // The content covers the whole box, so only the backdrop is hit directly.
      onClick={(event) => event.target === dialog.current && onCancel()}
    >
      <div class="ask">
        <h2 id="ask-title">{titleOf(asked)}</h2>
        <div id="ask-text">
          <TokenIdentity account={asked.account} mark={asked.mark} now={now} />
          <p>{t('dialog_stops')}</p>
          {/* Their number alone: hundreds of names would be read out before the buttons are. */}
          <p id="ask-places">{places.length === 0 ? t('dialog_noPlaces') : tn('dialog_places', places.length)}</p>
        </div>
        <StoppingPlaces places={places} />
        {asked.kind === 'delete' && <TypeToConfirm mark={asked.mark} typed={typed} input={input} onType={setTyped} />}
        <div class="row">
          <button type="button" class="secondary" ref={cancel} onClick={onCancel}>
            {t('cancel')}
          </button>
          <button
            type="button"
            class="destroy"
            aria-disabled={!isReady || undefined}
            aria-describedby={asked.kind === 'delete' ? 'ask-hint' : undefined}
            onClick={() => (isReady ? onConfirm() : input.current?.focus())}
          >
            {t(`dialog_${asked.kind}Token`)}
          </button>
        </div>
      </div>
    </dialog>
  );
}

function titleOf({ kind, mark }: Asked): string {
  return mark.lastFour === null ? t(`dialog_title_${kind}_short`) : t(`dialog_title_${kind}`, mark.lastFour);
}

/** Opens the dialog over everything, and gives the focus back to the opener when it goes. */
function useModal(dialog: { current: HTMLDialogElement | null }, first: { current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const shown = dialog.current;
    const opener = document.activeElement;
    shown?.showModal();
    first.current?.focus();
    return () => {
      shown?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [dialog, first]);
}
