// @vitest-environment node
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Request } from '../../../lib/messages/requests.ts';
import { newId } from '../../../lib/new-id.ts';
import { sendRequest } from '../../../lib/send.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

const wish: Request = { type: 'start', wish: newId(), after: null, kind: 'delete', account: 'a', expected: null };
const nobody = new Error('Receiving end does not exist');

it.each<[string, (Error | unknown)[], number]>([
  ['once where it is answered', [{ heard: true }], 1],
  ['twice where the answer is none', [undefined, { heard: true }], 2],
  ['twice where nobody listens yet', [nobody, { heard: true }], 2],
  ['again over a worker that dies again and again', [nobody, nobody, undefined, { heard: true }], 4],
  ['five times and no more where nobody ever listens', Array(6).fill(nobody), 5],
])('sends a request %s', async (_, answers, times) => {
  const send = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
  for (const answer of answers) {
    if (answer instanceof Error) send.mockRejectedValueOnce(answer);
    else send.mockImplementationOnce(async () => answer as never);
  }
  const sent = sendRequest(wish);
  await vi.advanceTimersByTimeAsync(10_000);
  await expect(sent).resolves.toBeUndefined();
  // The same wish each time, so that it still counts once.
  expect(send.mock.calls).toEqual(Array.from({ length: times }, () => [wish]));
});

it('gives a worker that is starting more and more time', async () => {
  const asked: number[] = [];
  const started = Date.now();
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(() => {
    asked.push(Date.now() - started);
    return Promise.reject(nobody);
  });
  const sent = sendRequest(wish);
  await vi.advanceTimersByTimeAsync(10_000);
  await sent;
  expect(asked).toEqual([0, 150, 450, 1_050, 2_250]);
});
