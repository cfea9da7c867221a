import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageDialog } from '../../../../lib/dashboard/dialog.ts';
import { isAwaited } from '../../../../lib/dashboard/leaving.ts';
import { standLimit } from '../../../../lib/dashboard/limits.ts';

let dialog: PageDialog;
const since = 1_700_000_000_000;
beforeEach(() => {
  vi.useFakeTimers({ now: since, toFake: ['Date'] });
  document.body.innerHTML = '<div role="dialog"><button>Regenerate</button><button>Cancel</button></div>';
  const [confirm, cancel] = document.querySelectorAll('button');
  if (!confirm || !cancel) throw new Error('no buttons');
  dialog = { confirm, cancel };
  return () => vi.useRealTimers();
});

describe('a dialog that was answered by us is waited for', () => {
  it('while it stands', () => {
    expect(isAwaited(dialog, dialog.confirm, since)).toBe(true);
  });

  it('no longer than it may stand', () => {
    vi.setSystemTime(since + standLimit - 1);
    expect(isAwaited(dialog, dialog.confirm, since)).toBe(true);
    vi.setSystemTime(since + standLimit);
    expect(isAwaited(dialog, dialog.confirm, since)).toBe(false);
  });

  it.each<[string, () => void]>([
    ['it is gone', () => dialog.confirm.remove()],
    ['it is hidden', () => dialog.confirm.setAttribute('hidden', '')],
    ['it takes no press', () => dialog.confirm.setAttribute('disabled', '')],
  ])('no longer when %s', (_, change) => {
    change();
    expect(isAwaited(dialog, dialog.confirm, since)).toBe(false);
  });

  it('and no other one is, nor none', () => {
    expect(isAwaited(dialog, dialog.cancel, since)).toBe(false);
    expect(isAwaited(dialog, null, since)).toBe(false);
    expect(isAwaited(null, dialog.confirm, since)).toBe(false);
  });
});
