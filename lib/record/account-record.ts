/** What an export of one account's record is made of. */
import type { Entry } from './entry.ts';

/** Whose record it is, as the dashboard names it (product.md, Words). */
export interface RecordAccount {
  label: string | null;
  orgId: string | null;
  origin: string;
}

/** One account's entries, oldest first: the caller has taken those of other accounts out (`entriesOf`). */
export interface AccountRecord {
  account: RecordAccount;
  entries: readonly Entry[];
}

/** `https://www.snapengage.com#1234…`: the account apart from its label; the origin alone where no orgId is known. */
export function accountIdOf({ origin, orgId }: RecordAccount): string {
  return orgId === null ? origin : `${origin}#${orgId}`;
}
