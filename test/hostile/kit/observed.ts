/** Reports of a page, as a content script that was taken over makes them up. */
import { randomBytes } from 'node:crypto';
import type { Observation } from '../../../lib/messages/reports.ts';
import { someId } from './planted.ts';

/** Of a token page with a made-up token, `page` and `parts` as wished. */
export function observation(page: object, parts: Partial<Observation> = {}): object {
  return {
    document: someId('d'),
    asOf: Date.now(),
    hidden: false,
    navigated: true,
    page: { kind: 'token', token: randomBytes(16).toString('hex'), orgId: null, label: null, ...page },
    ...parts,
  };
}

export function observed(page: object, parts: Partial<Observation> = {}): object {
  return { type: 'observed', observation: observation(page, parts) };
}
