/** What stands in a form and was not saved yet: it survives a reload, in memory only, as somebody may paste a token. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { changeStored } from '../lib/state/change.ts';
import { draftsItem } from '../lib/state/items.ts';
import { own } from '../lib/state/own.ts';

export interface Draft<Field extends string> {
  /** What each field shows: what was typed, else what it is initially. */
  values: Record<Field, string>;
  /** Whether anything was typed that was not saved. */
  isChanged: boolean;
  set(field: Field, value: string): void;
  /** Forgets what was typed: it was saved, or is not wanted. */
  discard(): void;
}

type Typed = Record<string, string>;
/** Longer than any field may be; what is longer is not kept: memory is shared with the tokens, and has its quota. */
const longestKept = 10_000;
const nothing: Typed = {};

/**
 * Holds what is typed into `form`, whose fields show `initial` until then and again once it is discarded. Under the
 * same name it is the same draft in every page of ours; where it belongs to an account, the name says so.
 */
export function useDraft<Field extends string>(form: string, initial: Record<Field, string>): Draft<Field> {
  const [held, setHeld] = useState({ form, typed: nothing });
  const touched = useRef('');
  const typed = held.form === form ? held.typed : nothing;
  useEffect(() => {
    let isOver = false;
    const take = (kept: Typed) => {
      // What was typed while it was being read is newer.
      if (!isOver && touched.current !== form) setHeld({ form, typed: kept });
    };
    draftsItem.get().then((drafts) => take(own(drafts, form) ?? nothing), ignore);
    return () => {
      isOver = true;
      touched.current = '';
    };
  }, [form]);
  const keep = useCallback(
    (change: (before: Typed) => Typed) => {
      touched.current = form;
      setHeld((before) => ({ form, typed: change(before.form === form ? before.typed : nothing) }));
      changeStored(draftsItem, (drafts) => withDraft(drafts, form, change(own(drafts, form) ?? nothing))).catch(ignore);
    },
    [form],
  );
  const set = useCallback((field: Field, value: string) => keep((before) => ({ ...before, [field]: value })), [keep]);
  const discard = useCallback(() => keep(() => nothing), [keep]);
  return { values: { ...initial, ...typed }, isChanged: Object.keys(typed).length > 0, set, discard };
}

function withDraft(drafts: Record<string, Typed>, form: string, typed: Typed): Record<string, Typed> {
  const { [form]: _, ...others } = drafts;
  const kept = Object.entries(typed).filter(([, value]) => value.length <= longestKept);
  return kept.length === 0 ? others : { ...others, [form]: Object.fromEntries(kept) };
}

/** A draft that cannot be kept still stands in its form. */
const ignore = () => undefined;
