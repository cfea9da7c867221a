import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../support/desk.ts';
import type { Popup } from '../support/popup.ts';
import { until } from '../support/until.ts';
import { ask, openKnowing, openOperations, verbs } from './helpers.ts';
import { openIntents } from './stored.ts';
import { tally } from './tally.ts';

const ways: Record<string, (popup: Popup) => Promise<void>> = {
  Cancel: (popup) => popup.click('Cancel'),
  'Enter, since Cancel has the focus': (popup) => popup.press('Enter'),
  Esc: (popup) => popup.press('Escape'),
  'a click beside the dialog': (popup) => popup.page.mouse.click(4, 4),
};
const kinds = ['regenerate', 'delete'] as const;
const openers = { regenerate: 'Regenerate…', delete: 'Delete…' };

describe('the dialog of the popup', () => {
  let desk: Desk;
  let popup: Popup;
  beforeAll(async () => {
    desk = await openOperations();
    popup = await openKnowing(desk);
  });
  afterAll(() => desk.close());

  describe.each(kinds)('for %s', (kind) => {
    it.each(Object.keys(ways))('is closed by %s, and nothing was sent', async (way) => {
      const [counted, asked] = [tally(desk), desk.dashboard.requests.length];
      await popup.click(openers[kind]);
      await until('the focus on Cancel', async () => (await popup.focused()) === 'Cancel');
      await ways[way]?.(popup);
      await until('the dialog to close', async () => !(await isAsking(popup)));
      expect(await popup.focused()).toBe(openers[kind]);
      expect(counted().posts).toBe(0);
      expect(desk.dashboard.requests).toHaveLength(asked);
      expect(await openIntents(desk)).toEqual([]);
      expect(await popup.hasButton('Copy token')).toBe(true);
    });
  });

  it.each([
    ['nothing', ''],
    ['another last 4', 'zzzz'],
    ['too little', null],
  ])('lets nothing be deleted with %s typed', async (_, typed) => {
    const asked = desk.dashboard.requests.length;
    await popup.click(openers.delete);
    const text = typed ?? (await popup.shownToken()).slice(-4, -1);
    if (text) await popup.typeInDialog(text);
    await popup.click(verbs.delete);
    await until('the focus in the field', () => isInField(popup));
    expect(await isAsking(popup)).toBe(true);
    expect(await openIntents(desk)).toEqual([]);
    expect(desk.dashboard.requests).toHaveLength(asked);
    await popup.press('Escape');
    await until('the dialog to close', async () => !(await isAsking(popup)));
  });

  it('starts afresh after a Cancel: what was typed before does not count', async () => {
    await ask(popup, 'delete');
    await popup.click('Cancel');
    await popup.click(openers.delete);
    await popup.click(verbs.delete);
    await until('the focus in the field', () => isInField(popup));
    await popup.press('Escape');
    expect(desk.dashboard.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });
});

async function isAsking(popup: Popup): Promise<boolean> {
  return (await popup.page.$('[role=alertdialog]')) !== null;
}

async function isInField(popup: Popup): Promise<boolean> {
  return popup.page.evaluate(() => document.activeElement?.id === 'ask-typed');
}
