/** Every state the popup can show, by name. Tests, pictures and the demo run over this list. */
import type { PopupStart } from '../../components/Popup.tsx';
import { unreadableReasons } from '../../lib/failures.ts';
import type { Desk } from '../../lib/state/desk.ts';
import {
  type OperationKind,
  operationKindSchema,
  operationStepSchema,
  readingStepSchema,
} from '../../lib/state/schemas.ts';
import { aroundStates } from './around-states.ts';
import {
  account,
  daysAgo,
  desk,
  deskOf,
  deskWith,
  fakeToken,
  galleryNow,
  intent,
  mark,
  markOf,
  oldMark,
  problem,
  settled,
  token,
} from './desks.ts';
import { placesStates } from './places-states.ts';
import { rotationStates } from './rotation-states.ts';

export interface GalleryState {
  name: string;
  desk: Desk;
  /** What the person has done in the popup so far. */
  start?: PopupStart;
}

const longLabel = 'a-very-long-account-name.'.repeat(8);
const noLabel = account({ label: null });
const shortToken = fakeToken(8);
const shortAccount = account({ mark: markOf(shortToken, 'c') });
const longToken = fakeToken(120);
const empty = account({ mark: null });
const report = 'main > section > heading, input (readonly), 2 buttons';
const change = { from: oldMark, to: mark, lastSeenAt: daysAgo(9), noticedAt: daysAgo(2) };
const failed = (failure: 'refused' | 'changedElsewhere' | 'interrupted' | 'otherAccount', kind: OperationKind) =>
  deskWith(account(), token, { ledger: [settled({ kind: 'notDone', failure }, { kind, expected: mark })] });

const tokenStates: GalleryState[] = [
  { name: 'token', desk: deskWith(account()) },
  { name: 'token-shown', desk: deskWith(account()), start: { isShown: true } },
  {
    name: 'token-copied',
    desk: deskWith(account()),
    start: { said: { role: 'status', text: 'Copied' } },
  },
  {
    name: 'token-not-copied',
    desk: deskWith(account()),
    start: { said: { role: 'alert', text: 'Not copied. Press Ctrl+C: the token is selected.' } },
  },
  { name: 'token-seen-first', desk: deskWith(account({ since: { at: daysAgo(1), how: 'seen' } })) },
  { name: 'token-created-today', desk: deskWith(account({ since: { at: galleryNow, how: 'created' } })) },
  { name: 'token-short', desk: deskWith(shortAccount, shortToken) },
  { name: 'token-long-shown', desk: deskWith(account(), longToken), start: { isShown: true } },
  { name: 'token-long-label', desk: deskWith(account({ label: longLabel })) },
  { name: 'token-no-label', desk: deskWith(noLabel) },
  { name: 'token-no-label-no-organisation', desk: deskWith(account({ label: null, orgId: null })) },
  { name: 'remembered', desk: deskOf(account()) },
  { name: 'remembered-short', desk: deskOf(shortAccount) },
];

const readingStates: GalleryState[] = [
  { name: 'reading-not-started', desk: desk() },
  ...readingStepSchema.options.flatMap((step): GalleryState[] => [
    { name: `reading-${step}`, desk: desk({ reading: { step, startedAt: galleryNow } }) },
    { name: `reading-${step}-known`, desk: deskOf(account(), { reading: { step, startedAt: galleryNow } }) },
  ]),
];

const messageStates: GalleryState[] = [
  { name: 'none', desk: deskOf(empty) },
  { name: 'signed-out', desk: desk({ problem: problem('signedOut') }) },
  { name: 'signed-out-known', desk: deskOf(account(), { problem: problem('signedOut') }) },
  { name: 'signed-out-known-short', desk: deskOf(shortAccount, { problem: problem('signedOut') }) },
  { name: 'not-owner', desk: desk({ problem: problem('notOwner') }) },
  { name: 'no-access', desk: desk({ granted: false }) },
  { name: 'no-access-known', desk: deskOf(account(), { granted: false }) },
  ...unreadableReasons.map(
    (reason): GalleryState => ({
      name: `unreadable-${reason}`,
      desk: desk({ problem: problem('unreadable', { reason, report }) }),
    }),
  ),
  { name: 'unreadable-known-no-report', desk: deskOf(account(), { problem: problem('unreadable') }) },
  { name: 'updated', desk: deskOf(account(), { problem: problem('updated') }) },
  ...(['offline', 'timedOut', 'pageError', 'cancelled'] as const).map(
    (failure): GalleryState => ({
      name: `failed-${failure}`,
      desk: deskOf(account(), { problem: problem(failure) }),
    }),
  ),
];

const operationStates: GalleryState[] = [
  ...operationKindSchema.options.flatMap((kind) =>
    operationStepSchema.options.map(
      (step): GalleryState => ({
        name: `working-${kind}-${step}`,
        desk: deskOf(account(), { ledger: [intent({ kind, step })] }),
      }),
    ),
  ),
  { name: 'needs-you-hidden-tab', desk: deskOf(account(), { ledger: [intent({ need: 'hiddenTab' })] }) },
  { name: 'needs-you-unknown-dialog', desk: deskOf(account(), { ledger: [intent({ need: 'unknownDialog' })] }) },
  { name: 'unknown-outcome-signed-out', desk: deskOf(account(), { ledger: [intent({ doubt: 'signedOut' })] }) },
  { name: 'unknown-outcome', desk: deskOf(account(), { ledger: [intent({ doubt: 'timedOut' })] }) },
  {
    name: 'unknown-outcome-looking',
    desk: deskOf(account(), {
      ledger: [intent({ doubt: 'timedOut' })],
      reading: { step: 'opening', startedAt: galleryNow },
    }),
  },
];

const seenSince = (at: number) => ({ at, how: 'seen' }) as const;
/** The account a moment after its token was made here. */
const made = account({ since: { at: galleryNow, how: 'created' } });

const noticeStates: GalleryState[] = [
  {
    name: 'notice-generated',
    desk: deskWith(made, token, {
      ledger: [settled({ kind: 'done', mark }, { kind: 'generate', expected: null })],
    }),
  },
  { name: 'notice-regenerated', desk: deskWith(made, token, { ledger: [settled({ kind: 'done', mark })] }) },
  {
    name: 'notice-regenerated-copied',
    desk: deskWith(made, token, { ledger: [settled({ kind: 'done', mark })] }),
    start: { said: { role: 'status', text: 'Copied' } },
  },
  {
    name: 'notice-deleted',
    desk: deskOf(empty, { ledger: [settled({ kind: 'done', mark: null }, { kind: 'delete' })] }),
  },
  { name: 'notice-not-generated', desk: failed('otherAccount', 'generate') },
  { name: 'notice-not-regenerated', desk: failed('refused', 'regenerate') },
  { name: 'notice-not-regenerated-changed', desk: failed('changedElsewhere', 'regenerate') },
  { name: 'notice-not-deleted', desk: failed('interrupted', 'delete') },
  { name: 'notice-changed-elsewhere', desk: deskWith(account({ change, since: seenSince(daysAgo(2)) })) },
  {
    name: 'notice-changed-since',
    desk: deskWith(account({ change: { ...change, noticedAt: galleryNow } }), token, {
      ledger: [settled({ kind: 'notDone', failure: 'refused' })],
    }),
  },
  {
    name: 'notice-changed-today',
    desk: deskWith(
      account({
        change: { ...change, lastSeenAt: galleryNow, noticedAt: galleryNow },
        since: seenSince(galleryNow),
      }),
    ),
    start: { said: { role: 'alert', text: 'Not copied. Press Ctrl+C: the token is selected.' } },
  },
  {
    name: 'notice-appeared-elsewhere',
    desk: deskWith(account({ change: { ...change, from: null }, since: seenSince(daysAgo(2)) })),
  },
  { name: 'notice-deleted-elsewhere', desk: deskOf(account({ mark: null, change: { ...change, to: null } })) },
  { name: 'notice-set-aside', desk: deskWith(account(), token, { setAside: ['ledger (kept)'] }) },
];

const dialogStates: GalleryState[] = (['regenerate', 'delete'] as const).flatMap((asked) => [
  { name: `dialog-${asked}`, desk: deskWith(account()), start: { asked } },
  { name: `dialog-${asked}-long-label`, desk: deskWith(account({ label: longLabel })), start: { asked } },
  { name: `dialog-${asked}-no-label`, desk: deskWith(account({ label: null, orgId: null })), start: { asked } },
  { name: `dialog-${asked}-short`, desk: deskWith(shortAccount, shortToken), start: { asked } },
]);

/** All of them, each name once. */
export const galleryStates: GalleryState[] = [
  ...tokenStates,
  ...readingStates,
  ...messageStates,
  ...operationStates,
  ...noticeStates,
  ...dialogStates,
  ...aroundStates,
  ...placesStates.map(({ name, desk, places = {} }): GalleryState => ({ name, desk, start: { places } })),
  ...rotationStates,
  {
    name: 'dialog-delete-typed',
    desk: deskWith(account()),
    start: { asked: 'delete', typed: token.slice(-4) },
  },
];
