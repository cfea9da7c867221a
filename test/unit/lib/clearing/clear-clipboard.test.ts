/** What a page that nobody looks at does to the clipboard: it takes away what was copied, and nothing else. */
import { beforeEach, describe, expect, it } from 'vitest';
import { clearClipboard } from '../../../../lib/clearing/clear-clipboard.ts';
import { arm, type Pending } from '../../../../lib/clearing/clearing.ts';
import { clipOf } from '../../../../lib/clearing/clip.ts';
import { FakeClipboard } from '../support/fake-clipboard.ts';
import { newToken } from '../support/pages.ts';

const copied = newToken();
let clipboard: FakeClipboard;
let page: Document;
let pending: Pending;
beforeEach(async () => {
  clipboard = new FakeClipboard();
  page = clipboard.page();
  pending = arm(await clipOf(copied), 60, 1);
  clipboard.holds = copied;
});

describe('what was copied', () => {
  it('is cleared where it is still there', async () => {
    expect(await clearClipboard(page, pending)).toBe('cleared');
    expect([clipboard.holds, clipboard.log]).toEqual([' ', ['paste', 'copy']]);
  });

  it.each(['', 'something else', `${copied} `, copied.slice(1)])(
    'is left where something else is: %#',
    async (other) => {
      clipboard.holds = other;
      expect(await clearClipboard(page, pending)).toBe('left');
      expect([clipboard.holds, clipboard.log]).toEqual([other, ['paste']]);
    },
  );

  it('is known again with the line ends of another system', async () => {
    pending = arm(await clipOf('A=1\nB=2'), 60, 1);
    clipboard.holds = 'A=1\r\nB=2';
    expect(await clearClipboard(page, pending)).toBe('cleared');
  });

  it('is left, and that is said, where nobody may look', async () => {
    clipboard.mayPaste = false;
    expect(await clearClipboard(page, pending)).toBe('denied');
    expect([clipboard.holds, clipboard.log]).toEqual([copied, ['paste']]);
  });

  it('is left, and that is said, where nobody may write', async () => {
    clipboard.mayCopy = false;
    expect(await clearClipboard(page, pending)).toBe('denied');
    expect(clipboard.holds).toBe(copied);
  });
});

describe('whatever is there', () => {
  it('is cleared without a look', async () => {
    clipboard.holds = 'something else';
    clipboard.mayPaste = false;
    expect(await clearClipboard(page, null)).toBe('cleared');
    expect([clipboard.holds, clipboard.log]).toEqual([' ', ['copy']]);
  });

  it('stays, and that is said, where nobody may write', async () => {
    clipboard.mayCopy = false;
    expect(await clearClipboard(page, null)).toBe('denied');
    expect(clipboard.holds).toBe(copied);
  });
});

describe('nothing of it stays in the page', () => {
  it.each<[string, () => unknown]>([
    ['cleared', () => undefined],
    ['left', () => (clipboard.holds = 'something else')],
    ['denied', () => (clipboard.mayPaste = false)],
    [
      'failed',
      () => {
        page.execCommand = () => {
          throw new Error('not here');
        };
      },
    ],
  ])('%s', async (_, happens) => {
    happens();
    await clearClipboard(page, pending).catch(() => undefined);
    expect(page.body.innerHTML).toBe('');
  });
});
