/** Every attack there is on one browser after the other, and their sum. */
import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { until, within } from '../e2e/support/until.ts';
import { Host } from '../faults/host.ts';
import { vendorNamed } from '../faults/vendor.ts';
import type { BrowserName } from '../run/browsers.ts';
import { buildHash } from '../run/build-hash.ts';
import type { Attack } from './kit/attack.ts';
import { Stage } from './kit/stage.ts';

export interface Campaign {
  browser: BrowserName;
  /** The folder that holds chrome-mv3 and firefox-mv3. */
  builds: string;
  /** Which attacks are run, by their names; default: all. */
  isWanted?: (name: string, index: number) => boolean;
  say(text: string): void;
}

/** An attack that takes longer cannot be carried out. */
const attackLimitMs = 60_000;
/** So many attacks are carried out in a browser before it is changed for a fresh one. */
const attacksPerHost = 60;
const folder = join(import.meta.dirname, 'attacks');

interface Named extends Attack {
  /** Its file below `attacks`, without the ending. */
  name: string;
}

/** All attacks in the order of their names. */
async function allAttacks(): Promise<Named[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts')).sort();
  return Promise.all(
    files.map(async (file) => {
      const { default: attack } = (await import(join(folder, file))) as { default: Attack };
      return { ...attack, name: file.replaceAll(sep, '/').replace(/\.ts$/, '') };
    }),
  );
}

/** Runs it; `line` is the JSON line it ends with. It passes where no attack succeeded and all could be carried out. */
export async function campaign({ browser, builds, isWanted = () => true, say }: Campaign) {
  const started = Date.now();
  const wanted = (await allAttacks())
    .filter(({ browsers }) => browsers?.includes(browser) ?? true)
    .filter(({ name }, index) => isWanted(name, index));
  const kinds: Record<string, number> = {};
  const found: Found = { succeeded: [], broken: [], leaks: 0 };
  for (let from = 0; from < wanted.length; from += attacksPerHost) {
    const vendor = vendorNamed(browser);
    const host = await Host.start(vendor, join(builds, vendor.build));
    try {
      for (const attack of wanted.slice(from, from + attacksPerHost)) {
        const kind = attack.name.split('/')[0] ?? '';
        kinds[kind] = (kinds[kind] ?? 0) + 1;
        await carryOut(host, attack, found, say);
      }
    } finally {
      for (const { file, as } of await host.close()) {
        found.leaks += 1;
        say(`--- a token in ${file}, as ${as}`);
      }
    }
  }
  const { succeeded, broken, leaks } = found;
  const minutes = Math.round((Date.now() - started) / 6000) / 10;
  const line = {
    campaign: 'hostile',
    browser,
    build: await buildHash(join(builds, vendorNamed(browser).build)),
    attacks: wanted.length,
    succeeded: succeeded.length,
    notCarriedOut: broken.length,
    leaks,
    kinds,
    minutes,
  };
  return { passed: succeeded.length + broken.length + leaks === 0 && wanted.length > 0, line };
}

interface Found {
  succeeded: string[];
  broken: string[];
  leaks: number;
}

async function carryOut(host: Host, { name, wants, run }: Named, found: Found, say: (text: string) => void) {
  try {
    const stage = await until('a fresh stage', () => Stage.on(host));
    const got = await within('the attack to end', run(stage), attackLimitMs);
    if (got !== null) found.succeeded.push(name);
    say(got === null ? `held      ${name}` : `SUCCEEDED ${name}: ${got} (${wants})`);
  } catch (error) {
    found.broken.push(name);
    say(`BROKE OFF ${name}: ${String(error)}`);
  }
}
