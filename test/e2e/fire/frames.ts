/** Frames of all origins in the dashboard page, each with our content script's world in it where the browser lets it in. */
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Host } from '../../faults/host.ts';
import { until } from '../support/until.ts';

/** The vendor's other host: the stand-in answers there, too. */
const foreignOrigin = 'https://eu.snapengage.com';

/** `same`: a page of the dashboard. `srcdoc`: markup of the page's own. `foreign`: a page of another origin. */
export type FrameKind = 'same' | 'srcdoc' | 'foreign';

interface Manifest {
  host_permissions: string[];
  optional_host_permissions: string[];
}

/** A copy of the build in `folder`, in a folder that goes with the machine's, for somebody who has granted the foreign host. */
export async function withForeignHost(folder: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'token-desk-foreign-'));
  await cp(folder, copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest: Manifest = JSON.parse(await readFile(path, 'utf8'));
  const granted = [...manifest.host_permissions, ...manifest.optional_host_permissions];
  if (!granted.includes(`${foreignOrigin}/*`)) throw new Error('The build asks for no such host.');
  await writeFile(path, JSON.stringify({ ...manifest, host_permissions: granted, optional_host_permissions: [] }));
  return copy;
}

/** Adds one frame of each kind to the dashboard tab, and waits until a script can be run in each. */
export async function addFrames(host: Host): Promise<void> {
  await host.backstage.runInDashboard(
    'ISOLATED',
    'top',
    async (same, foreign) => {
      for (const part of [{ src: same }, { srcdoc: '<p>A frame</p>' }, { src: foreign }])
        document.body.append(Object.assign(document.createElement('iframe'), part));
    },
    [host.dashboard.tokenPath, `${foreignOrigin}/`],
  );
  for (const kind of ['same', 'srcdoc', 'foreign'] as const)
    await until(`the ${kind} frame`, () => runInFrame(host, kind, 'ISOLATED', async () => true, []));
}

/** Runs `script` in the one frame of the `kind`, in the extension's world or in the page's own, and gives what it gives. */
export async function runInFrame<A extends unknown[], T>(
  { backstage }: Host,
  kind: FrameKind,
  world: 'ISOLATED' | 'MAIN',
  script: (...args: A) => Promise<T>,
  args: A,
): Promise<T> {
  const [tab] = (await backstage.tabs()).dashboard;
  if (tab === undefined) throw new Error('There is no dashboard tab.');
  return backstage.page.evaluate(
    async (tabId, kind, foreign, inWorld, source, values) => {
      const isMeant = {
        same: `location.origin === 'https://www.snapengage.com'`,
        srcdoc: `location.href === 'about:srcdoc'`,
        foreign: `location.origin === '${foreign}'`,
      }[kind];
      const run = `if (self !== top && ${isMeant}) return (${source})(...args).then((gave) => ({ gave }))`;
      const results = await browser.scripting.executeScript({
        target: { tabId, allFrames: true },
        world: inWorld as 'ISOLATED',
        // In all frames, as nobody knows their numbers; each looks whether it is meant.
        func: new Function('...args', run) as () => void,
        args: values,
      });
      const found = results.map(({ result }) => result as { gave: unknown } | null | undefined).filter((each) => each);
      if (found.length !== 1) throw new Error(`There are ${found.length} such frames.`);
      return found[0]?.gave as never;
    },
    tab,
    kind,
    foreignOrigin,
    world,
    script.toString(),
    args as unknown as never[],
  ) as Promise<T>;
}

declare const browser: typeof import('webextension-polyfill');
