/**
 * A sample of `npm run hostile`: every so many attacks of those there are, in both browsers at the same time: most of it
 * is waiting.
 */
import { expect, it } from 'vitest';
import { campaign } from '../../hostile/campaign.ts';
import { builds } from './builds.ts';

const every = 17;

it.concurrent.each(['chromium', 'firefox'] as const)(
  'gives nothing to a sample of the attacks in %s',
  async (browser) => {
    const said: string[] = [];
    const isWanted = (_: string, index: number) => index % every === 0;
    const { passed, line } = await campaign({ browser, builds, isWanted, say: (text) => said.push(text) });
    expect(passed, `${JSON.stringify(line)}\n${said.join('\n')}`).toBe(true);
  },
  180_000,
);
