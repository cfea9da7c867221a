/** A sample of `npm run faults` with fixed seeds: what it finds in a few trials it finds in each `npm test`. */
import { expect, it } from 'vitest';
import { campaign } from '../../faults/campaign.ts';
import { builds } from './builds.ts';

it.concurrent.each([
  { browser: 'chromium', trials: 24, hosts: 3, working: 2 },
  { browser: 'firefox', trials: 6, hosts: 1, working: 1 },
] as const)(
  'tells the truth in $browser under $trials trials of faults',
  async (sample) => {
    const said: string[] = [];
    const { passed, line } = await campaign({ ...sample, seed: 1, builds, say: (text) => said.push(text) });
    expect(passed, `${JSON.stringify(line)}\n${said.join('\n')}`).toBe(true);
  },
  180_000,
);
