/** The offscreen document: it hears the background's one command, from nobody else, and no other. */
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { arm } from '../../../../lib/clearing/clearing.ts';
import { clipOf } from '../../../../lib/clearing/clip.ts';
import { hearOffscreen } from '../../../../lib/clearing/offscreen.ts';
import { FakeClipboard } from '../support/fake-clipboard.ts';
import { newToken } from '../support/pages.ts';

const { id } = fakeBrowser.runtime;
const background = { id, url: fakeBrowser.runtime.getURL('/background.js' as never) };
const tab = { id: 7 };
const dashboard = { id, url: 'https://www.snapengage.com/app/', frameId: 0, tab };
const copied = newToken();
const clear = { type: 'clear', pending: null };

let clipboard: FakeClipboard;
beforeEach(() => {
  fakeBrowser.reset();
  clipboard = new FakeClipboard();
  clipboard.holds = copied;
  hearOffscreen(clipboard.page());
});
const send = async (message: unknown, sender: object): Promise<unknown> =>
  (await fakeBrowser.runtime.onMessage.trigger(message, sender as never, () => undefined))[0];

it('clears at the background’s word, and says what came of it', async () => {
  expect(await send(clear, background)).toBe('cleared');
  expect(clipboard.holds).toBe(' ');
});

it('clears what was meant, and nothing else', async () => {
  const [meant, other] = [arm(await clipOf(copied), 60, 1), arm(await clipOf('other'), 60, 1)];
  expect(await send({ ...clear, pending: other }, background)).toBe('left');
  expect(await send({ ...clear, pending: meant }, background)).toBe('cleared');
});

describe('hears nothing', () => {
  it.each<[string, unknown, object]>([
    ['of the dashboard', clear, dashboard],
    ['of another extension', clear, { ...background, id: 'another' }],
    ['of another site', clear, { id, url: 'https://example.com/' }],
    ['of a frame', clear, { ...background, frameId: 3, tab }],
    ['but its command', { type: 'opened' }, background],
    ['without what is meant', { type: 'clear' }, background],
    ['with something else that is meant', { type: 'clear', pending: copied }, background],
    ['of nothing', null, background],
  ])('%s', async (_, message, sender) => {
    expect(await send(message, sender)).toBeUndefined();
    expect([clipboard.holds, clipboard.log]).toEqual([copied, []]);
  });
});
