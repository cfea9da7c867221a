/** Which place's form is open. One that was left with unsaved input is open again when its page comes back. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { draftsItem } from '../../lib/state/items.ts';

/** The id of a place, or `new`. */
type Which = string;

export interface OpenForm {
  which: Which | null;
  /** Whether the person has just opened it. */
  isAsked: boolean;
  open(which: Which): void;
  close(): void;
}

/** What the draft of a form is kept as; an account's key may hold spaces, an id does not. */
export function formKey(account: string, which: Which): string {
  return `place:${which} ${account}`;
}

/** `initial` opens one at once, for the gallery. */
export function useOpenForm(account: string, initial: Which | null): OpenForm {
  const [{ which, isAsked }, setOpen] = useState<Pick<OpenForm, 'which' | 'isAsked'>>({
    which: initial,
    isAsked: false,
  });
  const isChosen = useRef(initial !== null);
  useEffect(() => {
    let isOver = false;
    const take = (forms: string[]) => {
      const left = forms.map((form) => whichOf(form, account)).find((each) => each !== null);
      if (left && !isOver && !isChosen.current) setOpen({ which: left, isAsked: false });
    };
    draftsItem.get().then(
      (drafts) => take(Object.keys(drafts)),
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [account]);
  const choose = useCallback((next: Which | null) => {
    isChosen.current = true;
    setOpen({ which: next, isAsked: next !== null });
  }, []);
  return { which, isAsked, open: choose, close: useCallback(() => choose(null), [choose]) };
}

function whichOf(form: string, account: string): Which | null {
  const [, which = '', of] = /^place:(\S+) (.*)$/.exec(form) ?? [];
  return of === account ? which : null;
}
