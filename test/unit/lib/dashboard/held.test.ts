import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changeLimit } from '../../../../lib/dashboard/limits.ts';
import { stopClock } from '../support/clock.ts';
import { ScriptedPage } from '../support/scripted-page.ts';

beforeEach(() => stopClock());

/** What `ending` comes to within the driver's own limits. */
async function play<T>(ending: Promise<T>): Promise<T | null> {
  return Promise.race([ending, vi.advanceTimersByTimeAsync(changeLimit * 2).then(() => null)]);
}

/** The person takes five seconds to answer the browser's own dialog; the press waits for them. */
function hold(page: ScriptedPage, answer: () => void): void {
  page.onOpen = () => {
    vi.setSystemTime(Date.now() + 5000);
    answer();
  };
}

describe.each(['regenerate', 'delete'] as const)('a press that confirm() held: %s', (kind) => {
  it('is done where the change comes', async () => {
    const page = new ScriptedPage();
    hold(page, () => page.apply(kind));
    const ended = await play(page.run(await page.task(kind)));
    expect(ended).toEqual({ kind: 'pressed', changed: true, answered: true });
    expect(page.mayFire).not.toHaveBeenCalled();
  });

  it('may have been answered by a yes or a no where nothing comes, and asks the person no second time', async () => {
    const page = new ScriptedPage();
    hold(page, () => undefined);
    const ended = await play(page.run(await page.task(kind)));
    expect(ended).toEqual({ kind: 'pressed', changed: false, answered: false });
    expect(page.reported.filter(([, need]) => need !== null)).toEqual([]);
  });

  it('goes on as ever where the page opens its dialog after all', async () => {
    const page = new ScriptedPage();
    hold(page, () => page.openDialog(kind));
    const ended = await play(page.run(await page.task(kind)));
    expect(ended).toEqual({ kind: 'pressed', changed: true, answered: true });
    expect(page.mayFire).toHaveBeenCalledOnce();
  });
});
