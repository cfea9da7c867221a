/** The embedded dashboard: a stand-in for the vendor's, over HTTPS on loopback. See README.md. */
import type { AccountState, Role } from './account.ts';
import { createApp } from './app.ts';
import type { Faults } from './faults.ts';
import { listen } from './listener.ts';
import { skinNames, skins } from './skins/all.ts';
import type { Skin, SkinName } from './skins/skin.ts';
import { type ApiCall, type Counts, changeElsewhere, createWorld, type RequestEntry } from './world.ts';

export type { AccountState, Counts, Faults, RequestEntry, SkinName };
export { skinNames };

export interface Dashboard {
  /** HTTPS on 127.0.0.1. */
  readonly port: number;
  readonly origin: 'https://www.snapengage.com';
  /** Live: tests read it and may change it. */
  account: AccountState;
  readonly counts: { readonly received: Counts; readonly applied: Counts };
  readonly requests: readonly Readonly<RequestEntry>[];
  /** The calls of Visitor Chat, oldest first: what they had with them. */
  readonly apiCalls: readonly ApiCall[];
  /** What pages and replies have shown as the token, oldest first; `at` is epoch ms. */
  readonly shown: readonly { readonly token: string | null; readonly at: number }[];
  /** When each operation that was applied had been received (epoch ms). */
  readonly appliedAt: readonly number[];
  /** Live: set a field and it holds from the next request on. */
  faults: Faults;
  /** Path and query of the token page in the skin worn now. */
  readonly tokenPath: string;
  /** Changes the markup, the paths and the labels; account and sessions stay. */
  useSkin(name: SkinName): void;
  /** Somebody else regenerates; returns the new token. Not in `counts`. */
  changeElsewhere(): string;
  /** The value of a `SESSION` cookie that is signed in. */
  createSession(role: Role): string;
  expireSessions(): void;
  /** Ends at once, open connections included. */
  close(): Promise<void>;
}

export interface DashboardOptions {
  /** Default: forms. */
  skin?: SkinName;
  /** Default: a random one; null for an account without. */
  token?: string | null;
  /** Default: any free port. */
  port?: number;
}

export async function startDashboard(options: DashboardOptions = {}): Promise<Dashboard> {
  const world = createWorld(skinNamed(options.skin ?? 'forms'), options.token);
  const listener = await listen(createApp(world), world, options.port ?? 0);
  return {
    port: listener.port,
    origin: 'https://www.snapengage.com',
    get account() {
      return world.account;
    },
    set account(account) {
      world.account = account;
    },
    get faults() {
      return world.faults;
    },
    set faults(faults) {
      world.faults = faults;
    },
    get tokenPath() {
      return world.skin.tokenPath;
    },
    counts: world.counts,
    requests: world.requests,
    apiCalls: world.apiCalls,
    shown: world.shown,
    appliedAt: world.appliedAt,
    useSkin(name) {
      world.skin = skinNamed(name);
    },
    changeElsewhere: () => changeElsewhere(world.account),
    createSession: (role) => world.sessions.create(role),
    expireSessions: () => world.sessions.endAll(),
    close: () => listener.close(),
  };
}

function skinNamed(name: SkinName): Skin {
  return skins[name];
}
