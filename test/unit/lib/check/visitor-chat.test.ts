// @vitest-environment node
/** Against a real server with the real `fetch`: what is sent, what is followed, and when a check ends. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { type CheckRequest, checkToken } from '../../../../lib/check/visitor-chat.ts';
import { fakeToken } from '../../../gallery/desks.ts';

const widgetId = randomUUID();
const documented = JSON.stringify({ widgetId, online: 'true' });
const origin = 'https://www.snapengage.com';
const token = fakeToken();

let answer: (request: IncomingMessage, response: ServerResponse) => void;
let received: IncomingMessage[] = [];
const server = createServer((request, response) => {
  received.push(request);
  answer(request, response);
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  received = [];
});

/** The real one, sent to the server here instead. */
const toServer: typeof fetch = (url, init) => fetch(String(url).replace(origin, address), init);

async function check(changes: Partial<CheckRequest> = {}): Promise<string> {
  const verdict = await checkToken({ token, origin, widgetId, fetch: toServer, ...changes });
  return verdict.kind === 'cannotTell' ? verdict.why : verdict.kind;
}

const respond = (status: number, body: string, headers = {}) => {
  answer = (_, response) => response.writeHead(status, headers).end(body);
};

it('asks once, for the widget, with the bare token as key and nothing that tells who asks', async () => {
  respond(200, documented);
  expect(await check()).toBe('accepted');
  expect(received.map(({ method, url }) => `${method} ${url}`)).toEqual([`GET /api/v1/chat/${widgetId}`]);
  const { headers } = received[0] ?? {};
  expect(headers?.['x-api-key']).toBe(token);
  expect([headers?.cookie, headers?.authorization, headers?.referer]).toEqual([undefined, undefined, undefined]);
});

it('asks a browser for no cookies, no cache, no referrer and no redirect', async () => {
  const asked = vi.fn<typeof fetch>(async () => new Response(documented));
  await checkToken({ token, origin, widgetId: 'a+b?c', fetch: asked });
  expect(asked.mock.calls[0]).toEqual([
    `${origin}/api/v1/chat/a%2Bb%3Fc`,
    {
      method: 'GET',
      headers: { 'x-api-key': token },
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal: expect.any(AbortSignal),
    },
  ]);
});

it('calls `fetch` by itself, as a browser wants it', async () => {
  let self: unknown = 'not called';
  await check({
    async fetch(this: unknown) {
      self = this;
      return new Response(documented);
    },
  });
  expect(self).toBeUndefined();
});

it('takes a redirect for no answer, and carries the key nowhere', async () => {
  respond(302, documented, { location: '/elsewhere' });
  expect(await check()).toBe('unexpected');
  expect(await check({ fetch: async () => Response.error() })).toBe('unexpected');
  expect(received).toHaveLength(1);
});

it.each([
  [200, '{"error":"busy"}', 'errorInBody'],
  [200, '<html></html>', 'unexpected'],
  [204, '', 'unexpected'],
  [400, '', 'badRequest'],
  [401, 'Invalid or no header x-api-key set', 'refused'],
  [404, '', 'widgetNotFound'],
  [429, '', 'rateLimited'],
  [503, documented, 'serverError'],
])('an answer of %i %s is %s', async (status, body, verdict) => {
  respond(status, body);
  expect(await check()).toBe(verdict);
});

it.each([
  [16_384, 'accepted'],
  [16_385, 'unexpected'],
])('reads a body of %i bytes as %s', async (bytes, verdict) => {
  respond(200, documented.padEnd(bytes));
  expect(await check()).toBe(verdict);
});

it('reads a byte order mark and characters that come in parts', async () => {
  const bytes = new TextEncoder().encode(`\ufeff${JSON.stringify({ widgetId: 'ø'.repeat(9) })}`);
  const parts = new ReadableStream<Uint8Array>({
    start(stream) {
      for (const byte of bytes) stream.enqueue(Uint8Array.of(byte));
      stream.close();
    },
  });
  expect(await check({ fetch: async () => new Response(parts) })).toBe('accepted');
});

it.each([
  ['an endless body', 200, 'x'.repeat(20_000), 'unexpected'],
  ['a refusal that does not end', 401, 'Invalid', 'refused'],
])('lets go of %s', async (_, status, part, verdict) => {
  let closed: Promise<unknown> = Promise.resolve();
  answer = (_request, response) => {
    closed = once(response, 'close');
    response.writeHead(status).write(part);
  };
  expect(await check()).toBe(verdict);
  await closed;
});

it.each([
  ['headers', false],
  ['body', true],
])('waits 10 s for the %s and no longer', async (_, hasHeaders) => {
  const limit = new AbortController();
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(limit.signal);
  answer = (_request, response) => {
    if (hasHeaders) response.writeHead(200).write('{');
    else limit.abort();
  };
  const outcome = await check({
    async fetch(url, init) {
      const response = await toServer(url, init);
      limit.abort();
      return response;
    },
  });
  expect(outcome).toBe('timedOut');
  expect(timeout).toHaveBeenCalledExactlyOnceWith(10_000);
});

it('ends when its caller does not want it any more, and then proves nothing', async () => {
  const caller = new AbortController();
  answer = () => caller.abort();
  expect(await check({ signal: caller.signal })).toBe('cancelled');
  expect(await check({ signal: AbortSignal.abort() })).toBe('cancelled');
  expect(received).toHaveLength(1);
});

it('is offline where nothing answers, or the answer breaks off', async () => {
  answer = (_, response) => response.destroy();
  expect(await check()).toBe('offline');
  answer = (_, response) => {
    response.writeHead(200, { 'content-length': 500 }).write('{', () => response.destroy());
  };
  expect(await check()).toBe('offline');
});

it.each([
  ['without a widget id', { widgetId: null }, 'noWidget'],
  ['with an empty widget id', { widgetId: '' }, 'noWidget'],
  ['with a widget id that is a path', { widgetId: '..' }, 'noWidget'],
  ['without a token', { token: '' }, 'unexpected'],
  ['with a line end in the token', { token: 'some\r\ntoken' }, 'unexpected'],
  ['with a line end after the token', { token: 'some-token\n' }, 'unexpected'],
  ['with a zero in the token', { token: 'some\0token' }, 'unexpected'],
  ['with a space before the token', { token: ' some-token' }, 'unexpected'],
  ['with a space after the token', { token: 'some-token ' }, 'unexpected'],
  ['with a token beyond Latin-1', { token: 'some-token-\u2022' }, 'unexpected'],
  ['with a token beyond ASCII', { token: 'some-token-\u00e9' }, 'unexpected'],
  ['without encryption', { origin: 'http://www.snapengage.com' }, 'unexpected'],
  ['to a host behind the origin', { origin: 'https://www.snapengage.com@evil.example' }, 'unexpected'],
  ['to more than an origin', { origin: 'https://www.snapengage.com/' }, 'unexpected'],
  ['to no address', { origin: 'https://' }, 'unexpected'],
  ['to another host', { origin: 'https://evil.example' }, 'unexpected'],
  ['to a host that ends alike', { origin: 'https://evilsnapengage.com' }, 'unexpected'],
])('sends nothing %s', async (_, changes, why) => {
  const asked = vi.fn<typeof fetch>(async () => new Response(documented));
  expect(await check({ fetch: asked, ...changes })).toBe(why);
  expect(asked).not.toHaveBeenCalled();
});

it('sends a token with spaces within as it is', async () => {
  respond(200, documented);
  expect(await check({ token: 'some ~ token' })).toBe('accepted');
  expect(received[0]?.headers['x-api-key']).toBe('some ~ token');
});
