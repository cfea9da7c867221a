import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { matches } from '../../../../lib/clearing/clearing.ts';
import { isAlive, mayFire, placesTouched, reportCopy, send, sendSurely } from '../../../../lib/content/outbox.ts';
import { type Report, reportSchema } from '../../../../lib/messages/reports.ts';
import { newId } from '../../../../lib/new-id.ts';
import { comeBack } from '../support/back-forward.ts';
import { newToken } from '../support/pages.ts';

const { runtime } = fakeBrowser;
const id = runtime.id;
beforeEach(() => {
  vi.useFakeTimers();
  return () => {
    Object.defineProperty(runtime, 'id', { value: id, writable: true, configurable: true });
    vi.useRealTimers();
  };
});

/** As after an update of the extension: nobody is there any more. */
const die = () => Object.assign(runtime, { id: undefined });
/** The background answers each message with the next of `answers`; an error is nobody's answer. */
function answerWith(...answers: unknown[]) {
  const spy = vi.spyOn(runtime, 'sendMessage');
  for (const answer of answers) {
    spy.mockImplementationOnce(async () => {
      if (answer instanceof Error) throw answer;
      return answer as never;
    });
  }
  return spy;
}
async function atOnce<T>(result: Promise<T>, ms = 0): Promise<T | 'waiting'> {
  const [first] = await Promise.all([Promise.race([result, waited(ms)]), vi.advanceTimersByTimeAsync(ms)]);
  return first;
}
const waited = (ms: number) => new Promise<'waiting'>((resolve) => setTimeout(() => resolve('waiting'), ms));

const intent = newId();
const document = newId();
const report: Report = { type: 'mayFire', intent, document };
const lost = new Error('Could not establish connection');

describe('whether the extension lives', () => {
  it('is known at any time', () => {
    expect(isAlive()).toBe(true);
    die();
    expect(isAlive()).toBe(false);
  });

  it('is known where even asking fails', () => {
    const invalidated = () => {
      throw new Error('Extension context invalidated.');
    };
    Object.defineProperty(runtime, 'id', { get: invalidated, configurable: true });
    expect(isAlive()).toBe(false);
  });
});

describe('whether it may fire', () => {
  it('asks for just this intent in just this document', async () => {
    const spy = answerWith({ fire: true });
    expect(await atOnce(mayFire(intent, document), 1)).toBe(true);
    expect(spy.mock.calls).toEqual([[report]]);
  });

  it.each<[string, unknown]>([
    ['no', { fire: false }],
    ['nothing', undefined],
    ['null', null],
    ['true', true],
    ['a text', { fire: 'true' }],
    ['a number', { fire: 1 }],
    ['something else', { heard: true }],
    ['an error', lost],
  ])('%s is a no', async (_, answer) => {
    answerWith(answer);
    expect(await atOnce(mayFire(intent, document), 1)).toBe(false);
  });

  it('no answer in time is a no, and a late yes stays one', async () => {
    let answer: (value: unknown) => void = () => undefined;
    vi.spyOn(runtime, 'sendMessage').mockReturnValueOnce(new Promise((resolve) => (answer = resolve)) as never);
    const asked = mayFire(intent, document);
    expect(await atOnce(asked, 4_000)).toBe('waiting');
    expect(await atOnce(asked, 1_500)).toBe(false);
    answer({ fire: true });
    expect(await asked).toBe(false);
  });

  it.each([
    ['a yes within its limit is one', 5_000, true],
    ['a yes of a page that was held beyond it is none', 5_001, false],
    ['a yes of a page that slept over night is none', 30_000_000, false],
  ])('%s', async (_, held, fires) => {
    let answer: (value: unknown) => void = () => undefined;
    vi.spyOn(runtime, 'sendMessage').mockReturnValueOnce(new Promise((resolve) => (answer = resolve)) as never);
    const asked = mayFire(intent, document);
    // The clock goes on while no timer of the page fires; then the answer is there first.
    vi.setSystemTime(Date.now() + held);
    answer({ fire: true });
    expect(await asked).toBe(fires);
  });

  it('what Firefox loses on the way into the back-forward cache is a no when the page comes back', async () => {
    vi.spyOn(runtime, 'sendMessage').mockReturnValueOnce(new Promise(() => undefined) as never);
    const asked = mayFire(intent, document);
    vi.clearAllTimers();
    expect(await atOnce(asked, 90_000)).toBe('waiting');
    comeBack();
    expect(await atOnce(asked, 1)).toBe(false);
  });

  it('a dead extension asks nobody', async () => {
    const spy = answerWith({ fire: true });
    die();
    expect(await atOnce(mayFire(intent, document), 10_000)).toBe(false);
    expect(spy).not.toHaveBeenCalled();
  });
});

describe('a report', () => {
  it('says whether it was answered, and never rejects', async () => {
    answerWith({ heard: true }, lost);
    expect(await send(report)).toBe(true);
    expect(await send(report)).toBe(false);
  });

  it.each<[string, unknown[], number]>([
    ['once where it is answered', [{ heard: true }], 1],
    ['again where it is not', [lost, lost, { heard: true }], 3],
    ['four times at most', [lost, lost, lost, lost, { heard: true }], 4],
  ])('that must arrive is sent %s', async (_, answers, times) => {
    const spy = answerWith(...answers);
    expect(await atOnce(sendSurely(report), 60_000)).toBeUndefined();
    expect(spy.mock.calls).toEqual(Array.from({ length: times }, () => [report]));
  });

  it('is not sent on once the extension is dead', async () => {
    const spy = answerWith(lost, lost);
    const sent = sendSurely(report);
    die();
    expect(await atOnce(sent, 60_000)).toBeUndefined();
    expect(spy).toHaveBeenCalledTimes(1);
  });
});

describe('a copy', () => {
  const copied = newToken();
  const until = (spy: ReturnType<typeof answerWith>, times: number) =>
    vi.waitFor(async () => {
      await vi.advanceTimersByTimeAsync(500);
      expect(spy).toHaveBeenCalledTimes(times);
    });

  it('is told by its hash alone, and as the same one until it is heard', async () => {
    const spy = answerWith(lost, { heard: true });
    void reportCopy(copied);
    await until(spy, 2);
    const [first, second] = spy.mock.calls.map(([message]) => reportSchema.parse(message));
    expect(first).toEqual(second);
    expect(first?.type === 'copied' && (await matches(first, copied))).toBe(true);
    expect(JSON.stringify(first)).not.toContain(copied.slice(0, 8));
  });

  it('made later is another one', async () => {
    const spy = answerWith({ heard: true }, { heard: true });
    void reportCopy(copied);
    await until(spy, 1);
    void reportCopy(copied);
    await until(spy, 2);
    expect(spy.mock.calls[0]).not.toEqual(spy.mock.calls[1]);
  });
});

describe('how many places are touched', () => {
  it('is asked for with what was pressed', async () => {
    const spy = answerWith({ places: 3 });
    expect(await atOnce(placesTouched('delete'), 1)).toBe(3);
    expect(spy.mock.calls).toEqual([[{ type: 'pressed', kind: 'delete' }]]);
  });

  it.each<[string, unknown]>([
    ['no account', { places: null }],
    ['something else', { heard: true }],
    ['an error', lost],
  ])('is unknown where the answer is %s', async (_, answer) => {
    answerWith(answer);
    expect(await atOnce(placesTouched('regenerate'), 1)).toBeNull();
  });

  it('is unknown where no answer comes in time', async () => {
    vi.spyOn(runtime, 'sendMessage').mockReturnValueOnce(new Promise(() => undefined) as never);
    const asked = placesTouched('regenerate');
    expect(await atOnce(asked, 2_900)).toBe('waiting');
    expect(await atOnce(asked, 200)).toBeNull();
  });
});
