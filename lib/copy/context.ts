/** What is known when something is copied, and what may be missing. */
import { plainText } from '../plain-text.ts';
import type { Template } from './copying.ts';
import type { StoreNames } from './store-ways.ts';
import type { ClipboardSystem } from './stores.ts';

/** What is known besides the token. `account` is its label; `system` and `names` are for the commands of stores. */
export interface PreviewContext {
  origin: string;
  orgId: string | null;
  widgetId: string | null;
  account: string | null;
  templates: readonly Template[];
  system?: ClipboardSystem;
  names?: Partial<StoreNames>;
}

export interface CopyContext extends PreviewContext {
  token: string;
}

/** What a format may need; where it is missing, the format cannot be copied. */
export type Need =
  | 'token'
  /** A token without line ends, control and invisible characters: in a header line, they could begin another header. */
  | 'plainToken'
  /** Values that every reader of `.env` files reads alike (`quoteForEnv`). */
  | 'quotableValues'
  /** An https address of the dashboard. */
  | 'origin'
  | 'orgId'
  | 'widgetId'
  | 'account'
  /** The template is there: it may have been deleted. */
  | 'template'
  /** The format is known at all: an import or a newer version may name one that is not. */
  | 'format'
  /** The clipboard's system is known. */
  | 'system'
  /** Names that the store can use. */
  | 'names';

/** Whether `value` can stand in a line. */
export function isPlain(value: string): boolean {
  return value !== '' && plainText.test(value);
}

/** `value` if it is known and can stand in a line, else null. */
export function known(value: string | null): string | null {
  return value !== null && isPlain(value) ? value : null;
}
