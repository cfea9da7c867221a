/** What a skin is: tables of pages, operations and forms, by path. Adding one is explained in ../README.md. */
import type { html } from 'hono/html';
import type { AccountState, Operation, Person, Role } from '../account.ts';
import type { Manner } from '../faults.ts';

export type SkinName = 'forms' | 'spa' | 'legacy' | 'lookalikes';
export type Html = ReturnType<typeof html>;

/** One request for a page, by somebody signed in. */
export interface Visit {
  readonly account: AccountState;
  readonly role: Role;
  readonly person: Person;
  /** The token as it is to be shown (it may be masked), null when there is none. */
  readonly token: string | null;
  /** Whether `token` is masked: there is nothing to copy then. */
  readonly masked: boolean;
  /** How clicks are gone about, where the skin can. */
  readonly manner: Manner;
  /** What to show after a refused operation. */
  readonly error: string | null;
}

/** A document for people, or data for a skin's own script. */
export type Page = { readonly ownerOnly?: boolean } & (
  | { show(visit: Visit): Html; data?: never }
  | { data(visit: Visit): object; show?: never }
);

/** A form that is no operation on the token. */
export interface Save {
  apply(account: AccountState, field: (name: string) => string): void;
  /** Where the browser goes next. */
  readonly leadsTo: string;
}

export interface Skin {
  /** Path and query of the token page; a key of `pages` too. */
  readonly tokenPath: string;
  /** By path, or path and query. */
  readonly pages: Record<string, Page>;
  /** POST only. */
  readonly operations: Record<string, Operation>;
  readonly saves: Record<string, Save>;
  /** Sent with each document. */
  readonly headers?: Record<string, string>;
}

/** The sibling page's Save: keeps the customer's own endpoint and secret. */
export function saveAgentStatus(leadsTo: string): Save {
  return {
    leadsTo,
    apply(account, field) {
      account.agentStatus = { endpoint: field('endpoint'), secret: field('secret') };
    },
  };
}
