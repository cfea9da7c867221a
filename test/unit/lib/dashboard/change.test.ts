/** What counts as the change that an operation was to bring about, and when it is believed. */
import { beforeEach, expect, it, vi } from 'vitest';
import { changeWatch } from '../../../../lib/dashboard/change.ts';
import { steadyFor } from '../../../../lib/dashboard/limits.ts';
import type { PageReading } from '../../../../lib/dashboard/page.ts';
import type { PageReport } from '../../../../lib/messages/reports.ts';
import type { OperationKind } from '../../../../lib/state/schemas.ts';
import { fingerprintOf } from '../../../../lib/token.ts';
import { stopClock } from '../support/clock.ts';
import { newToken } from '../support/pages.ts';

beforeEach(stopClock);

const [old, fresh, later] = [newToken(), newToken(), newToken()];
const shows = (token: string): PageReport => ({ kind: 'token', token, orgId: null, label: null });
const none: PageReport = { kind: 'none', orgId: null, label: null };
const broken: PageReport = { kind: 'unreadable', reason: 'noToken', report: '' };

/** Whether the change of `kind` is believed, after each of `reports`, `apart` ms from one to the next. */
async function believed(kind: OperationKind, reports: PageReport[], apart = steadyFor): Promise<boolean[]> {
  const expected = kind === 'generate' ? null : await fingerprintOf(old);
  const isChanged = changeWatch({ kind, expected });
  const answers: boolean[] = [];
  for (const report of reports) {
    answers.push(await isChanged({ report } as PageReading));
    vi.setSystemTime(Date.now() + apart);
  }
  return answers;
}

it.each<[string, OperationKind, PageReport, boolean]>([
  ['another token', 'regenerate', shows(fresh), true],
  ['a token', 'generate', shows(fresh), true],
  ['no token', 'delete', none, true],
  ['the same token', 'regenerate', shows(old), false],
  ['the same token', 'delete', shows(old), false],
  ['another token', 'delete', shows(fresh), false],
  ['no token', 'regenerate', none, false],
  ['no token', 'generate', none, false],
  ...(['regenerate', 'generate', 'delete'] as const).flatMap((kind): [string, OperationKind, PageReport, boolean][] => [
    ['nothing that can be read', kind, broken, false],
    ['another page', kind, { kind: 'app', route: null }, false],
    ['that one is signed out', kind, { kind: 'signedOut' }, false],
    ['an error', kind, { kind: 'error' }, false],
  ]),
])('a page that shows %s, to %s', async (_, kind, report, is) => {
  expect(await believed(kind, [report, report, report])).toEqual([false, is, is]);
});

it('is believed once it has stood for its time', async () => {
  const half = steadyFor / 2;
  expect(await believed('regenerate', [shows(fresh), shows(fresh), shows(fresh)], half)).toEqual([false, false, true]);
  expect(await believed('delete', [none, none, none], half)).toEqual([false, false, true]);
});

it.each<[string, OperationKind, PageReport[]]>([
  ['the page goes on to another token', 'regenerate', [shows(fresh), shows(later), shows(fresh), shows(later)]],
  ['the old token comes back', 'regenerate', [shows(fresh), shows(old), shows(fresh), shows(old)]],
  ['the page breaks', 'generate', [shows(fresh), broken, shows(fresh), broken]],
  ['the token comes back', 'delete', [none, shows(old), none, shows(fresh)]],
])('is not believed where %s', async (_, kind, reports) => {
  expect(await believed(kind, reports)).toEqual(reports.map(() => false));
});
