/** Stored state → what the popup shows: every view, and which of several reasons comes first. */
import { describe, expect, it } from 'vitest';
import { failureCodes } from '../../../../lib/failures.ts';
import { type Desk, type Notice, shownOf, type View } from '../../../../lib/state/desk.ts';
import type { Intent, Problem } from '../../../../lib/state/schemas.ts';
import { account, desk, deskOf, deskWith, intent, mark, oldMark, problem, settled } from '../../../gallery/desks.ts';
import { newToken } from '../support/pages.ts';

const known = account();
const token = newToken();
const reading = { step: 'finding', startedAt: 5 } as const;
const armed = (changes: Partial<Intent> = {}) =>
  intent({ stage: 'armed', firedAt: null, step: 'reaching', ...changes });
const { kind, armedAt } = intent();
const firedAt = intent().firedAt ?? armedAt;
const unknown = { kind: 'notDone', failure: 'unknownOutcome' } as const;
const refusal = { kind: 'notDone', failure: 'refused' } as const;
const wished = { expected: mark };
const left = settled(unknown).settledAt ?? 0;
const viewOf = (state: Desk) => shownOf(state).view;

describe('without an operation', () => {
  it.each<[string, Desk, View]>([
    ['nothing yet', desk(), { name: 'reading', step: 'opening', startedAt: 0 }],
    ['a first read', desk({ reading }), { name: 'reading', ...reading }],
    ['a token', deskWith(known, token), { name: 'token', token, mark }],
    ['a token, read again', deskWith(known, token, { reading }), { name: 'token', token, mark }],
    ['a token of a former session', deskOf(known), { name: 'remembered', mark }],
    ['a token of a former session, read again', deskOf(known, { reading }), { name: 'reading', ...reading }],
    ['no token', deskOf(account({ mark: null })), { name: 'none' }],
    ['no token, read again', deskOf(account({ mark: null }), { reading }), { name: 'reading', ...reading }],
    ['no token, a secret left over', deskWith(account({ mark: null }), token), { name: 'none' }],
    ['another account’s token only', deskOf(known, { secrets: { another: { token } } }), { name: 'remembered', mark }],
    [
      'a current account that is unknown',
      desk({ accounts: { current: 'x', byKey: {} } }),
      { name: 'reading', step: 'opening', startedAt: 0 },
    ],
    ['no access', desk({ granted: false }), { name: 'noAccess' }],
  ])('%s', (_, state, view) => {
    expect(viewOf(state)).toEqual(view);
  });

  it.each<[string, Parameters<typeof settled>, number, View]>([
    ['no page was seen since it was left unknown', [unknown, wished], left - 1, { name: 'remembered', mark }],
    ['a page was seen since', [unknown, wished], left, { name: 'token', token, mark }],
    ['it is the one that came of it', [unknown], left - 1, { name: 'token', token, mark }],
    ['nothing was pressed', [unknown, { ...wished, firedAt: null }], left - 1, { name: 'token', token, mark }],
    ['it was refused', [refusal, wished], left - 1, { name: 'token', token, mark }],
    ['it was another account’s', [unknown, { ...wished, account: 'x' }], left - 1, { name: 'token', token, mark }],
  ])('the token in memory, where %s', (_, end, asOf, view) => {
    // Trying again, and not getting there, tells nothing of it.
    const again = settled({ kind: 'notDone', failure: 'offline' }, { expected: mark, firedAt: null });
    expect(viewOf(deskWith(account({ asOf }), token, { ledger: [settled(...end), again] }))).toEqual(view);
  });
});

describe('with a problem', () => {
  it.each<[string, Problem, View]>([
    ['signed out', problem('signedOut'), { name: 'signedOut' }],
    ['not the owner', problem('notOwner'), { name: 'notOwner' }],
    ['no access', problem('noAccess'), { name: 'noAccess' }],
    ['updated', problem('updated'), { name: 'updated' }],
    [
      'masked',
      problem('unreadable', { reason: 'hidden', report: 'r' }),
      { name: 'unreadable', reason: 'hidden', report: 'r' },
    ],
    ['unreadable for no named reason', problem('unreadable'), { name: 'unreadable', reason: 'ambiguous', report: '' }],
    ['offline', problem('offline'), { name: 'failed', failure: 'offline' }],
    ['timed out', problem('timedOut'), { name: 'failed', failure: 'timedOut' }],
    ['an error page', problem('pageError'), { name: 'failed', failure: 'pageError' }],
    ['cancelled', problem('cancelled'), { name: 'failed', failure: 'cancelled' }],
  ])('%s', (_, what, view) => {
    expect(viewOf(desk({ problem: what }))).toEqual(view);
    // What may pass by itself takes nothing away: the token in memory is still the token.
    const stays = view.name === 'failed' ? { name: 'token', token, mark } : view;
    expect(viewOf(deskWith(known, token, { problem: what }))).toEqual(stays);
    expect(viewOf(deskOf(known, { problem: what }))).toEqual(view);
    expect(viewOf(desk({ problem: what, reading }))).toEqual({ name: 'reading', ...reading });
    expect(viewOf(desk({ problem: what, ledger: [armed()] })).name).toBe('working');
    expect(viewOf(desk({ problem: what, granted: false }))).toEqual({ name: 'noAccess' });
  });

  it.each(failureCodes)('%s has a view', (failure) => {
    expect(viewOf(desk({ problem: problem(failure) })).name).not.toMatch(/token|remembered|none|reading|working/);
  });
});

describe('with an operation', () => {
  const working = (step: Intent['step']): View => ({ name: 'working', kind, step, startedAt: armedAt });
  const needsYou = (need: NonNullable<Intent['need']>): View => ({ name: 'needsYou', kind, need, startedAt: armedAt });
  it.each<[string, Intent, View]>([
    ...(['reaching', 'reading', 'asking'] as const).map((step): [string, Intent, View] => [
      step,
      armed({ step }),
      working(step),
    ]),
    ...(['confirming', 'watching'] as const).map((step): [string, Intent, View] => [
      step,
      intent({ step }),
      working(step),
    ]),
    ['a hidden tab', armed({ need: 'hiddenTab' }), needsYou('hiddenTab')],
    ['a dialog nobody knows', intent({ need: 'unknownDialog' }), needsYou('unknownDialog')],
    [
      'doubt',
      intent({ doubt: 'offline' }),
      { name: 'unknownOutcome', kind, doubt: 'offline', askedAt: firedAt, looking: false },
    ],
    [
      'doubt rather than need',
      intent({ doubt: 'offline', need: 'hiddenTab' }),
      { name: 'unknownOutcome', kind, doubt: 'offline', askedAt: firedAt, looking: false },
    ],
    [
      'doubt before the press',
      armed({ doubt: 'offline' }),
      { name: 'unknownOutcome', kind, doubt: 'offline', askedAt: armedAt, looking: false },
    ],
  ])('%s', (_, open, view) => {
    for (const state of [
      deskOf(known),
      deskWith(known, token),
      deskWith(known, token, { problem: problem('signedOut') }),
    ]) {
      expect(viewOf({ ...state, ledger: [settled({ kind: 'done', mark }), open] })).toEqual(view);
    }
    expect(viewOf(desk({ ledger: [open], granted: false }))).toEqual({ name: 'noAccess' });
  });

  it('says that it is looking while a read is under way', () => {
    const state = desk({ ledger: [intent({ doubt: 'timedOut' })], reading });
    expect(viewOf(state)).toMatchObject({ name: 'unknownOutcome', looking: true });
  });

  it('is over once it is settled', () => {
    expect(viewOf(deskWith(known, token, { ledger: [settled({ kind: 'done', mark })] }))).toEqual({
      name: 'token',
      token,
      mark,
    });
  });
});

describe('what is said beside it', () => {
  const change = { from: oldMark, to: mark, lastSeenAt: 1, noticedAt: 2 };
  const { id } = intent();
  const done: Notice = { name: 'done', kind, intent: id, from: oldMark, to: mark };
  const changed: Notice = { name: 'changedElsewhere', account: known.key, change, mayBeOurs: false };
  const ended = settled({ kind: 'done', mark });
  const refused = settled(refusal, { expected: mark });
  const late = settled(refusal, { expected: oldMark });
  const seen = settled({ kind: 'done', mark }, { seen: true });
  const another = settled({ kind: 'done', mark }, { account: 'another' });
  const aside = { setAside: ['ledger.aside'] };
  const soon = (after: number) => ({ ...change, lastSeenAt: firedAt + after - 1, noticedAt: firedAt + after });
  const by = (after: number, mayBeOurs: boolean): Notice => ({ ...changed, change: soon(after), mayBeOurs }) as Notice;
  const missed = settled({ kind: 'notDone', failure: 'changedElsewhere' }, { seen: true });
  const met = settled({ kind: 'notDone', failure: 'otherAccount' }, { account: 'another' });

  it.each<[string, Desk, Notice | null]>([
    ['nothing', deskOf(known), null],
    ['done', deskOf(known, { ledger: [ended] }), done],
    ['not done', deskOf(known, { ledger: [refused] }), { name: 'notDone', kind, intent: id, failure: 'refused' }],
    [
      'only the last operation',
      deskOf(known, { ledger: [ended, refused] }),
      { name: 'notDone', kind, intent: id, failure: 'refused' },
    ],
    ['nothing of what was dismissed', deskOf(known, { ledger: [ended, seen] }), null],
    ['nothing of another account', deskOf(known, { ledger: [another] }), null],
    [
      'that a wish met this account instead of its own',
      deskOf(known, { ledger: [settled({ kind: 'notDone', failure: 'otherAccount' }, { account: 'another' })] }),
      { name: 'notDone', kind, intent: id, failure: 'otherAccount' },
    ],
    ['its own end behind one of another account', deskOf(known, { ledger: [ended, another] }), done],
    ['nothing of a refusal once the token is another', deskOf(known, { ledger: [late] }), null],
    [
      'a change long after a refusal',
      deskOf(account({ change: soon(600_001) }), { ledger: [late] }),
      by(600_001, false),
    ],
    [
      'the same where the page was held until shortly before: perhaps ours',
      deskOf(account({ change: soon(600_001) }), { ledger: [{ ...late, heldUntil: firedAt + 500_000 }] }),
      by(600_001, true),
    ],
    ['a change soon after it: perhaps ours', deskOf(account({ change: soon(1) }), { ledger: [late] }), by(1, true)],
    [
      'the same where it was dismissed',
      deskOf(account({ change: soon(1) }), { ledger: [{ ...late, seen: true }] }),
      by(1, true),
    ],
    [
      'the same where it was tried again',
      deskOf(account({ change: soon(1) }), { ledger: [late, missed] }),
      by(1, true),
    ],
    [
      'a change that was looked for late',
      deskOf(account({ change: { ...soon(9e6), lastSeenAt: firedAt } }), { ledger: [late] }),
      { ...by(9e6, true), change: { ...soon(9e6), lastSeenAt: firedAt } } as Notice,
    ],
    [
      'a change soon after what was left unknown: perhaps ours',
      deskOf(account({ change: soon(1) }), { ledger: [settled(unknown, { seen: true })] }),
      by(1, true),
    ],
    [
      'its own end behind what was dismissed of another account’s',
      deskOf(known, { ledger: [ended, { ...met, seen: true }] }),
      done,
    ],
    [
      'a change of another kind',
      deskOf(account({ change: soon(1) }), { ledger: [{ ...late, kind: 'delete' }] }),
      by(1, false),
    ],
    [
      'a change of another account',
      deskOf(account({ change: soon(1) }), { ledger: [{ ...late, account: 'x' }] }),
      by(1, false),
    ],
    [
      'a change after what was never pressed',
      deskOf(account({ change: soon(1) }), { ledger: [{ ...late, firedAt: null }] }),
      by(1, false),
    ],
    ['a change before the press', deskOf(account({ change: soon(0) }), { ledger: [late] }), by(0, false)],
    [
      'nothing of an old end while another account’s is open',
      deskOf(known, { ledger: [ended, { ...armed(), account: 'x' }] }),
      null,
    ],
    ['nothing of a wish that met this account long ago', deskOf(known, { ledger: [met, another] }), null],
    ['nothing of what is still open', deskOf(known, { ledger: [ended, armed()] }), null],
    ['a change by others', deskOf(account({ change })), changed],
    ['the outcome before a change by others', deskOf(account({ change }), { ledger: [ended] }), done],
    [
      'a change by others rather than an outcome it has overtaken',
      deskOf(account({ change }), { ledger: [settled({ kind: 'done', mark: oldMark })] }),
      changed,
    ],
    ['what was set aside', deskOf(known, aside), { name: 'setAside' }],
    ['what was set aside, before any account is known', desk(aside), { name: 'setAside' }],
    ['a change by others before what was set aside', deskOf(account({ change }), aside), changed],
  ])('%s', (_, state, notice) => {
    expect(shownOf(state).notice).toEqual(notice);
  });
});

it('says whose token it is, or that nobody knows', () => {
  expect(shownOf(deskOf(known)).account).toEqual(known);
  expect(shownOf(desk()).account).toBeNull();
  expect(shownOf(desk({ accounts: { current: 'x', byKey: { [known.key]: known } } })).account).toBeNull();
});
