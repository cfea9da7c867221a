// @vitest-environment node
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { accountMarkdown, type RotationRecord, rotationMarkdown } from '../../../../lib/record/export-markdown.ts';
import { englishLabels } from './english-labels.ts';
import { anyEntry, anyRecordAccount, anyText, entry, mark, oneOfEach } from './entries.ts';

const writing = { labels: englishLabels, offsetAt: () => 120 };
const account = { label: 'Ops | main', orgId: '12'.repeat(8), origin: 'https://www.snapengage.com' };
const hour = 3_600_000;
const rotation: RotationRecord = {
  ...{ account, reason: 'leaked\nin a *log*', path: 'planned', from: mark(1), to: mark(2) },
  ...{ startedAt: 0, downSince: hour, closedAt: 3 * hour, endedAs: 'completed' },
  downtime: { atLeast: 3_849_000, atMost: 3_849_000 },
  items: [
    { name: 'CRM <b>', api: 'logs', state: 'done', at: 2 * hour, skipReason: '' },
    { name: 'Old|bot', api: 'agentStatus', state: 'skipped', at: 2 * hour, skipReason: 'gone' },
    { name: 'Chat', api: 'constructor', state: 'open', at: null, skipReason: '' },
  ],
  proofs: [
    { which: 'new', verdict: 'accepted', why: null, at: 3 * hour },
    { which: 'old', verdict: 'cannotTell', why: 'offline', at: 3 * hour },
  ],
};

it('writes a rotation for a change ticket', () => {
  const entries = [
    entry({ kind: 'placeSkipped', rotation: 'a'.repeat(32), place: 'Old|bot', reason: 'gone' }, 2 * hour),
  ];
  expect(rotationMarkdown(rotation, entries, writing)).toBe(`# Token rotation: Ops \\| main

- **Account:** https\\://www\\.snapengage\\.com\\#1212121212121212
- **Reason:** leaked in a \\*log\\*
- **Kind:** planned
- **Token:** 0000 0001 (0001) → 0000 0002 (0002)
- **Started:** 1970-01-01 02:00:00 UTC+02:00
- **Down since:** 1970-01-01 03:00:00 UTC+02:00
- **Closed:** 1970-01-01 05:00:00 UTC+02:00
- **Ended as:** completed
- **Downtime:** 1 h 4 min 9 s

## Places

| Place | API | State | Time | Reason |
| --- | --- | --- | --- | --- |
| CRM \\<b\\> | Logs | done | 1970-01-01 04:00:00 UTC+02:00 |  |
| Old\\|bot | agentStatus | skipped | 1970-01-01 04:00:00 UTC+02:00 | gone |
| Chat | constructor | open |  |  |

## Proofs

| Token | Verdict | Why | Time |
| --- | --- | --- | --- |
| new token | accepted |  | 1970-01-01 05:00:00 UTC+02:00 |
| old token | cannot tell | no connection | 1970-01-01 05:00:00 UTC+02:00 |

## History

| Time | Event | Token | Details |
| --- | --- | --- | --- |
| 1970-01-01 04:00:00 UTC+02:00 | place skipped |  | Old\\|bot · gone |
`);
});

it('leaves out what a rotation does not know, and says where there is nothing', () => {
  const bare = {
    ...rotation,
    reason: '',
    from: null,
    to: null,
    downSince: null,
    downtime: null,
    closedAt: null,
    endedAs: null,
  };
  expect(rotationMarkdown({ ...bare, items: [], proofs: [] }, [], writing)).toBe(`# Token rotation: Ops \\| main

- **Account:** https\\://www\\.snapengage\\.com\\#1212121212121212
- **Kind:** planned
- **Token:** no token → no token
- **Started:** 1970-01-01 02:00:00 UTC+02:00

## Places

None.

## Proofs

None.

## History

None.
`);
});

it('gives both bounds of an uncertain downtime', () => {
  const uncertain = { ...rotation, downtime: { atLeast: hour, atMost: hour + 60_000 } };
  expect(rotationMarkdown(uncertain, [], writing)).toContain('- **Downtime:** 1 h – 1 h 1 min\n');
});

it('writes the history of an account', () => {
  const rotationId = 'a'.repeat(32);
  const summary = {
    ...{ endedAs: 'completed', reason: 'leaked', counts: { done: 3, skipped: 1, open: 0 } },
    downtime: { atLeast: 61_000, atMost: 61_000 },
    proofs: { new: { verdict: 'accepted', why: null, at: 1 }, old: { verdict: 'cannotTell', why: 'timedOut', at: 1 } },
  } as const;
  const entries = [
    entry({ kind: 'generated', to: mark(1) }),
    entry({ kind: 'copied', format: 'env', mark: mark(1) }),
    entry({ kind: 'shown', mark: null }),
    entry({ kind: 'checked', which: 'current', mark: mark(1), verdict: 'cannotTell', why: 'offline' }),
    entry({ kind: 'notDone', operation: 'regenerate', failure: 'refused' }),
    entry({ kind: 'unknownOutcome', operation: 'delete' }),
    entry({ kind: 'changedElsewhere', from: mark(1), to: mark(2), lastSeenAt: 0, noticedAt: 1 }),
    entry({ kind: 'rotationStarted', rotation: rotationId, path: 'planned', reason: '', from: mark(2) }),
    entry({ kind: 'rotationStep', rotation: rotationId, step: 'replace' }),
    entry({ kind: 'placeDone', rotation: rotationId, place: 'CRM' }),
    entry({ kind: 'placeReopened', rotation: rotationId, place: 'CRM' }),
    entry({ kind: 'rotationClosed', rotation: rotationId, from: mark(2), to: mark(3), summary }),
    entry({ kind: 'deleted', from: mark(3) }),
    entry({ kind: 'clipboardCleared' }),
  ];
  const text = accountMarkdown({ account: { ...account, label: null }, entries }, hour, writing);
  const time = '1970-01-01 02:00:00 UTC+02:00';
  expect(text.replaceAll(`| ${time} `, '')).toBe(
    `# Token record: https\\://www\\.snapengage\\.com\\#1212121212121212

- **Account:** https\\://www\\.snapengage\\.com\\#1212121212121212
- **Exported:** 1970-01-01 03:00:00 UTC+02:00

## History

| Time | Event | Token | Details |
| --- | --- | --- | --- |
| generated | no token → 0000 0001 (0001) |  |
| copied | 0000 0001 (0001) | .env lines |
| shown | no token |  |
| checked | 0000 0001 (0001) | current token · cannot tell (no connection) |
| not done |  | regenerate · nothing was changed |
| outcome unknown |  | delete |
| changed elsewhere | 0000 0001 (0001) → 0000 0002 (0002) | last seen ${time} |
| rotation started | 0000 0002 (0002) | planned |
| rotation step |  | Replace |
| place done |  | CRM |
| place open again |  | CRM |
| rotation closed | 0000 0002 (0002) → 0000 0003 (0003) | completed · leaked · done: 3 · skipped: 1 · open: 0 · Downtime: 1 min 1 s · new token: accepted · old token: cannot tell (timedOut) |
| deleted | 0000 0003 (0003) → no token |  |
| clipboard cleared |  |  |
`.replaceAll('.env', '\\.env'),
  );
});

it('has a row for each kind of event', () => {
  const entries = oneOfEach.map((event) => entry(event));
  const rows = accountMarkdown({ account, entries }, 0, writing)
    .split('\n')
    .filter((line) => line.startsWith('| 1970'));
  expect(rows.map((row) => row.split(' | ')[1])).toEqual(oneOfEach.map(({ kind }) => englishLabels.events[kind]));
});

it('keeps its form whatever people have typed', () => {
  fc.assert(
    fc.property(anyRecordAccount, anyText, fc.array(anyEntry, { maxLength: 4 }), (whose, typed, entries) => {
      const items = [{ name: typed, api: typed, state: 'skipped', at: 1, skipReason: `${typed}\n${typed}` }] as const;
      const text = rotationMarkdown({ ...rotation, account: whose, reason: typed, items }, entries, writing);
      const borders = text
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .map((line) => line.replace(/\\./g, '').match(/\|/g)?.length);
      expect(borders).toEqual([6, 6, 6, 5, 5, 5, 5, ...(entries.length ? [5, 5, ...entries.map(() => 5)] : [])]);
      expect(text.replace(/\\./g, '').replaceAll('**', '')).not.toMatch(/[`*_[\]<>&]/);
    }),
  );
});
