/** Every attack there is on one browser after the other, and their sum. */
import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { until, within } from '../e2e/support/until.ts';
import { Host } from '../faults/host.ts';
import { countsOf } from '../faults/scene.ts';
import { vendorNamed } from '../faults/vendor.ts';
import type { BrowserName } from '../run/browsers.ts';
import { buildHash } from '../run/build-hash.ts';
import { type Attack, NoEffect } from './kit/attack.ts';
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
/** After the last attack in a browser, what comes late has so long to come (ms). */
const afterwardsMs = 2_000;
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
  const found: Found = { succeeded: [], broken: [], idle: [], leaks: 0 };
  for (let from = 0; from < wanted.length; from += attacksPerHost) {
    const vendor = vendorNamed(browser);
    const host = await Host.start(vendor, join(builds, vendor.build));
    let end: End | null = null;
    try {
      for (const attack of wanted.slice(from, from + attacksPerHost)) {
        const kind = attack.name.split('/')[0] ?? '';
        kinds[kind] = (kinds[kind] ?? 0) + 1;
        end = await carryOut(host, attack, end, found, say);
      }
      await setTimeout(afterwardsMs);
      lateGain(host, end, found, say);
    } finally {
      for (const { file, as } of await host.close()) {
        found.leaks += 1;
        say(`--- ${file}: ${as}`);
      }
    }
  }
  const { succeeded, broken, idle, leaks } = found;
  const minutes = Math.round((Date.now() - started) / 6000) / 10;
  const line = {
    campaign: 'hostile',
    browser,
    build: await buildHash(join(builds, vendorNamed(browser).build)),
    attacks: wanted.length - idle.length,
    /** Those that this browser knows nothing to carry out by, which was looked at. */
    withoutEffect: idle.length,
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
  idle: string[];
  leaks: number;
}

/** How things stood when an attack was over. */
interface End {
  name: string;
  /** All operations that the server had been asked for. */
  received: number;
  /** Wishes that were still open: the server may be asked for so many yet. */
  open: number;
}

/** Carries one out, once it is seen that `former` is over; gives how it ended, null where it could not be carried out. */
async function carryOut(host: Host, attack: Named, former: End | null, found: Found, say: (text: string) => void) {
  const { name, wants, run, idleIn = [] } = attack;
  const isIdle = idleIn.includes(host.vendor.name);
  try {
    const stage = await until('a fresh stage', () => Stage.on(host));
    lateGain(host, former, found, say);
    const got = await within('the attack to end', run(stage), attackLimitMs);
    if (got !== null) found.succeeded.push(name);
    else if (isIdle) throw new Error('It has an effect where it is declared to have none.');
    say(got === null ? `held      ${name}` : `SUCCEEDED ${name}: ${got} (${wants})`);
    const { ledger } = await host.backstage.stored();
    return { name, received: stage.received(), open: ledger.filter((each) => each.stage !== 'settled').length };
  } catch (error) {
    const isKnown = isIdle && error instanceof NoEffect;
    (isKnown ? found.idle : found.broken).push(name);
    say(isKnown ? `no effect ${name}` : `BROKE OFF ${name}: ${String(error)}`);
    return null;
  }
}

/** An operation that nobody wishes any more is a success of the attack that has just been. */
function lateGain(host: Host, end: End | null, { succeeded }: Found, say: (text: string) => void): void {
  const late = end === null ? 0 : countsOf(host).received - end.received - end.open;
  if (!end || late <= 0) return;
  if (!succeeded.includes(end.name)) succeeded.push(end.name);
  say(`SUCCEEDED ${end.name}: the server was asked ${late} times once it was over.`);
}
