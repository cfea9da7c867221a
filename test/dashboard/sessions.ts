/** Who is signed in: session cookies and the role each stands for. */
import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Role } from './account.ts';

export const sessionCookie = 'SESSION';

export interface Sessions {
  create(role: Role): string;
  end(id: string): void;
  endAll(): void;
  roleOf(id: string | undefined): Role | null;
}

export function createSessions(): Sessions {
  const roles = new Map<string, Role>();
  return {
    create(role) {
      const id = randomUUID();
      roles.set(id, role);
      return id;
    },
    end: (id) => void roles.delete(id),
    endAll: () => roles.clear(),
    roleOf: (id) => (id === undefined ? null : (roles.get(id) ?? null)),
  };
}

/** The role behind the request's cookie, or null when nobody is signed in. */
export function roleOfRequest(c: Context, sessions: Sessions): Role | null {
  return sessions.roleOf(getCookie(c, sessionCookie));
}

/** Starts a session and hands its cookie to the browser. */
export function signIn(c: Context, sessions: Sessions, role: Role): void {
  const attributes = { path: '/', httpOnly: true, secure: true, sameSite: 'Lax' } as const;
  setCookie(c, sessionCookie, sessions.create(role), attributes);
}
