/** The HTTPS listener: loopback only, every connection known, so that any of them can be killed at will. */
import type { IncomingMessage } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { makeCertificate } from './certificate.ts';
import type { Env, World } from './world.ts';

const hexSecret = /[0-9a-f]{32}/gi;

/** A TLS record that tells the browser "fatal: internal error" (RFC 8446, section 6). */
const fatalAlert = Uint8Array.of(21, 3, 3, 0, 2, 2, 80);

export interface Listener {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves `app` on 127.0.0.1; port 0 takes any free one. */
export async function listen(app: Hono<Env>, world: World, port: number): Promise<Listener> {
  const answer = getRequestListener(async (request, env) => {
    const { incoming } = env as Env['Bindings'];
    const entry = { method: request.method, path: loggable(incoming.url ?? ''), at: Date.now(), status: 0 };
    world.requests.push(entry);
    const response = await app.fetch(request, env);
    if (!killed.has(incoming)) entry.status = response.status;
    return response;
  });
  const server = createServer(await makeCertificate(), (incoming, outgoing) => {
    if (world.faults.offline) incoming.socket.destroy();
    else void answer(incoming, outgoing);
  });
  const sockets = trackSockets(server, world);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => closeAll(server, sockets) };
}

/**
 * Kills the connection a request came on, so that the browser sees a network error and asks no second time.
 * A socket merely destroyed will not do: Chromium and Firefox silently send even a POST again when a reused
 * connection dies before any reply, and one press would arrive as two. After a TLS alert neither does.
 */
export function killConnection(incoming: IncomingMessage): void {
  killed.add(incoming);
  const raw = rawSockets.get(endsOf(incoming.socket));
  if (raw?.writable) raw.end(fatalAlert, () => raw.destroy());
  else incoming.socket.destroy();
}

const killed = new WeakSet<IncomingMessage>();

/** The TCP sockets under the TLS ones, by their ports: Node offers no public way from one to the other. */
const rawSockets = new Map<string, Socket>();

function endsOf({ localPort, remotePort }: Socket): string {
  return `${localPort}-${remotePort}`;
}

function trackSockets(server: Server, world: World): Set<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    if (world.faults.offline) return void socket.destroy();
    const ends = endsOf(socket);
    sockets.add(socket);
    rawSockets.set(ends, socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      sockets.delete(socket);
      if (rawSockets.get(ends) === socket) rawSockets.delete(ends);
    });
  });
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  return sockets;
}

async function closeAll(server: Server, sockets: Set<Socket>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const socket of sockets) socket.destroy();
  await closed;
}

function loggable(url: string): string {
  return url.replace(hexSecret, '[secret]');
}
