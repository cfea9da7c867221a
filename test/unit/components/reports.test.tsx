// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { clipHash } from '../../../lib/clearing/clip.ts';
import { defaultCopying } from '../../../lib/copy/copying.ts';
import { type Request, requestSchema } from '../../../lib/messages/requests.ts';
import { fingerprintOf } from '../../../lib/token.ts';
import { account, deskOf, deskWith, fakeToken, mark, token } from '../../gallery/desks.ts';
import { openPopup } from './popup.tsx';

vi.mock('../../../lib/native.ts', () => import('../../gallery/texts.ts'));

const { key } = account();
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const field = () => screen.getByLabelText('API token') as HTMLInputElement;
const handCopy = () => fireEvent(field(), new ClipboardEvent('copy', { clipboardData: new DataTransfer() }));
const turn = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 0))));
const copyingAs = (format: string) => ({ copying: { ...defaultCopying, format } });

/** What was reported: of the token in memory, as `format`, with the hash of `text`; and that nothing tells the token. */
async function expectReported(sent: Request[], format: string, text: string): Promise<void> {
  await waitFor(() => expect(sent.map(({ type }) => type)).toContain('copied'));
  const copied = sent.filter((request) => request.type === 'copied');
  expect(copied).toEqual([
    {
      ...{ type: 'copied', account: key, format },
      mark: { fingerprint: await fingerprintOf(token), lastFour: token.slice(-4) },
      clip: { salt: copied[0]?.clip.salt, hash: await clipHash(copied[0]?.clip.salt ?? '', text) },
    },
  ]);
  expect(requestSchema.safeParse(copied[0]).success).toBe(true);
  expect(JSON.stringify(sent)).not.toContain(token);
  expect(JSON.stringify(sent)).not.toContain(token.slice(0, 8));
}

it('reports Copy token', async () => {
  const { sent } = openPopup(deskWith(account()));
  press('Copy token');
  await expectReported(sent, 'token', token);
});

it('reports Ctrl+C, on other pages, too', async () => {
  const { sent } = openPopup(deskWith(account(), token, { popupPage: 'places' }));
  fireEvent.keyDown(document.body, { key: 'c', ctrlKey: true });
  await expectReported(sent, 'token', token);
});

it('reports a copy of the whole masked field', async () => {
  const { sent } = openPopup(deskWith(account()));
  field().select();
  handCopy();
  await expectReported(sent, 'token', token);
});

it('reports what was selected and copied by hand while it is shown', async () => {
  const { sent } = openPopup(deskWith(account()), { isShown: true });
  field().setSelectionRange(4, 20);
  handCopy();
  await expectReported(sent, 'token', token.slice(4, 20));
});

it('does not report a part that its hash would give away: a clear that is to come is on disk', async () => {
  const { sent } = openPopup(deskWith(account()), { isShown: true });
  field().setSelectionRange(4, 19);
  handCopy();
  await turn();
  expect(sent.filter(({ type }) => type === 'copied')).toEqual([]);
});

it('does not report a part of the mask', async () => {
  const { sent } = openPopup(deskWith(account()));
  field().setSelectionRange(0, 3);
  handCopy();
  await turn();
  expect(sent).toEqual([]);
});

it('reports Copy as, with the text as it stands on the clipboard', async () => {
  const { sent } = openPopup(deskWith(account(), token, { popupPage: 'copyAs', ...copyingAs('xApiKey') }));
  press('Copy as x-api-key header');
  await expectReported(sent, 'xApiKey', `x-api-key: ${token}`);
});

it('reports a token that was read first under the account it turned out to be of', async () => {
  const { sent, show } = openPopup(deskOf(account({ key: 'https://www.snapengage.com#owner', orgId: null })));
  press('Copy token');
  show(deskWith(account()));
  await expectReported(sent, 'token', token);
});

it.each(['notCopied', 'noText'] as const)('reports nothing where nothing was copied: %s', async (result) => {
  const { sent, actions } = openPopup(deskWith(account()));
  actions.copy.mockResolvedValueOnce(result);
  press('Copy token');
  await turn();
  expect(sent).toEqual([]);
});

it('reports each Show, and not the hiding', () => {
  const { sent } = openPopup(deskWith(account()));
  press('Show token');
  press('Hide token');
  press('Show token');
  expect(sent).toEqual([
    { type: 'shown', account: key, mark },
    { type: 'shown', account: key, mark },
  ]);
});

it('reports a Show once the token is there to be seen', () => {
  const { sent, show } = openPopup(deskOf(account()));
  press('Show token');
  expect(sent).toEqual([{ type: 'read' }]);
  show(deskWith(account()));
  expect(sent).toEqual([{ type: 'read' }, { type: 'shown', account: key, mark }]);
});

it('reports nothing of a Show that brings another token', () => {
  const { sent, show } = openPopup(deskOf(account()));
  press('Show token');
  show(deskWith(account({ mark: { fingerprint: 'd'.repeat(8), lastFour: null } }), fakeToken(32, 5)));
  expect(sent).toEqual([{ type: 'read' }]);
});
