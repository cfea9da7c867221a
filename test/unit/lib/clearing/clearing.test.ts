// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alarmAt,
  arm,
  type ClearingSeconds,
  clearingChoices,
  clearingOff,
  clearingSettingsSchema,
  drop,
  dueIn,
  matches,
  pendingSchema,
} from '../../../../lib/clearing/clearing.ts';
import { clipOf } from '../../../../lib/clearing/clip.ts';

const now = 1_000_000_000;
/** Something to copy, made here. */
const copied = Array.from({ length: 32 }, (_, index) => (index % 16).toString(16)).join('');
const armed = async (seconds: ClearingSeconds = 60, text = copied) => arm(await clipOf(text), seconds, now);

describe('what is stored', () => {
  it('comes back as it went in, and says nothing of the text', async () => {
    const pending = await armed();
    const stored = JSON.stringify(pending);
    expect(pendingSchema.safeParse(JSON.parse(stored)).data).toEqual(pending);
    expect(stored).not.toContain(copied);
    expect(Object.keys(pending).sort()).toEqual(['armedAt', 'deadline', 'hash', 'salt']);
  });

  it('is another one for the same text each time', async () => {
    const [one, other] = [await armed(), await armed()];
    expect(one.salt).not.toBe(other.salt);
    expect(one.hash).not.toBe(other.hash);
  });

  it.each([
    [{}, true],
    [{ hash: 'a' }, false],
    [{ salt: '' }, false],
    [{ armedAt: -1 }, false],
    [{ deadline: 1.5 }, false],
    [{ deadline: '1' }, false],
  ])('with %j in it is readable: %s', async (change, readable) => {
    expect(pendingSchema.safeParse({ ...(await armed()), ...change }).success).toBe(readable);
  });

  it.each<[unknown, boolean]>([
    [null, true],
    ...clearingChoices.map((seconds) => [seconds, true] as [unknown, boolean]),
    [0, false],
    [16, false],
    [-15, false],
    ['60', false],
    [undefined, false],
  ])('may be the setting %j: %s', (seconds, fine) => {
    expect(clearingSettingsSchema.safeParse({ seconds, offered: false }).success).toBe(fine);
  });

  it('is off until somebody chooses', () => {
    expect(clearingOff).toEqual({ seconds: null, offered: false });
  });
});

describe('when it is due', () => {
  it.each<[string, ClearingSeconds, number, number]>([
    ['at once', 60, 0, 60_000],
    ['half way', 60, 30_000, 30_000],
    ['a moment before', 60, 59_999, 1],
    ['just now', 60, 60_000, 0],
    ['long after', 60, 86_400_000, 0],
    ['with the longest choice', 300, 0, 300_000],
    ['with the clock a little back', 60, -60_000, 60_000],
    ['with the clock set back', 60, -60_001, 0],
    ['with the clock set back by a year', 300, -31_536_000_000, 0],
  ])('%s', async (_, seconds, passed, expected) => {
    expect(dueIn(await armed(seconds), now + passed)).toBe(expected);
  });

  it('never waits longer than was chosen, whatever the clock or the storage says', () => {
    const time = fc.nat({ max: 2 ** 40 });
    fc.assert(
      fc.property(time, time, time, (armedAt, deadline, at) => {
        const due = dueIn({ armedAt, deadline, hash: '', salt: '' }, at);
        expect(due).toBeGreaterThanOrEqual(0);
        expect(due).toBeLessThanOrEqual(Math.min(300_000, Math.max(0, deadline - armedAt)));
      }),
    );
  });

  it.each<[ClearingSeconds, number, number]>([
    [15, 0, 30_000],
    [60, 0, 60_000],
    [60, 29_999, 60_000],
    [60, 45_000, 75_000],
    [60, 90_000, 120_000],
  ])('of %i s sets the alarm after %i ms to %i ms', async (seconds, passed, expected) => {
    expect(alarmAt(await armed(seconds), now + passed) - now).toBe(expected);
  });
});

describe('the newest copy counts', () => {
  it('keeps what is there where it was meant', async () => {
    const pending = await armed();
    expect(drop(pending, pending.salt)).toBeNull();
    expect(drop(null, pending.salt)).toBeNull();
  });

  it('but not where another copy has come meanwhile, even of the same text at the same time', async () => {
    const [former, newer] = [await armed(), await armed()];
    expect(drop(newer, former.salt)).toBe(newer);
  });
});

describe('matching', () => {
  it('knows the text again, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), async (text, other) => {
        const pending = await armed(15, text);
        expect(await matches(pending, text)).toBe(true);
        expect(await matches(pending, `${text}x`)).toBe(false);
        expect(await matches(pending, other)).toBe(other === text);
      }),
      { numRuns: 50 },
    );
  });

  it('takes the line ends of Windows for the same', async () => {
    const pending = await armed(15, 'A=1\nB=2\n');
    expect(await matches(pending, 'A=1\r\nB=2\r\n')).toBe(true);
    expect(await matches(pending, 'A=1B=2')).toBe(false);
    expect(await matches(await armed(15, 'A=1\r\nB=2'), 'A=1\nB=2')).toBe(true);
  });
});
