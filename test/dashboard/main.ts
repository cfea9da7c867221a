/** Runs the stand-in by hand: `node test/dashboard/main.ts [--skin forms] [--port 0]`. */
import { parseArgs } from 'node:util';
import { type SkinName, skinNames, startDashboard } from './server.ts';

const { values } = parseArgs({
  options: { skin: { type: 'string', default: 'forms' }, port: { type: 'string', default: '0' } },
});

function isSkin(name: string): name is SkinName {
  return (skinNames as readonly string[]).includes(name);
}

function wantedPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port must be 0 to 65535, not ${text}`);
  return port;
}

if (!isSkin(values.skin)) throw new Error(`--skin must be one of ${skinNames.join(', ')}, not ${values.skin}`);
const dashboard = await startDashboard({ skin: values.skin, port: wantedPort(values.port) });
const { owner, other } = dashboard.account;
console.log(`port ${dashboard.port}`);
console.log(`owner ${owner.email} / ${owner.password}, other ${other.email} / ${other.password}`);
console.log(`token page ${dashboard.origin}${dashboard.tokenPath}`);
console.log(`map ${dashboard.origin} to 127.0.0.1:${dashboard.port} in the browser, see README.md`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void dashboard.close().then(() => process.exit(0)));
}
