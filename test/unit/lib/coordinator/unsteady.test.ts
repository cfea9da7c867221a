// @vitest-environment node
/** A page that shows another token for a moment, in the very document that was pressed, has proved nothing. */
import { beforeEach, expect, it } from 'vitest';
import { handleReport } from '../../../../lib/coordinator/reports.ts';
import { secretsItem } from '../../../../lib/state/items.ts';
import type { Need } from '../../../../lib/state/schemas.ts';
import { knowAccount, lastIntent, next, openIntent, showing, startBackground, token } from '../support/background.ts';
import { through } from '../support/clock.ts';
import { noon } from '../support/stored.ts';

const fired = { stage: 'fired', firedAt: noon - 100, step: 'watching', tab: 7 } as const;

beforeEach(async () => {
  const background = startBackground();
  background.tabs.serve = () => showing(token);
  await knowAccount();
  return background.end;
});

async function sees(document: string, doubt: 'timedOut' | null = null, need: Need | null = null): Promise<string> {
  const page = showing(next);
  await openIntent({
    ...fired,
    doubt,
    need,
    document: document === 'the same' ? page.observation().document : document,
  });
  const before = await secretsItem.get();
  await through(handleReport(7, { type: 'observed', observation: page.observation() }));
  const isRecorded = (await secretsItem.get()) !== before && JSON.stringify(await secretsItem.get()).includes(next);
  return `${(await lastIntent())?.stage}, ${isRecorded ? 'recorded' : 'not recorded'}`;
}

it('waits for the document at work to say itself that it is sure', async () => {
  expect(await sees('the same')).toBe('fired, not recorded');
});

it('believes the next document, which is the answer to the press', async () => {
  expect(await sees('d'.repeat(32))).toBe('settled, recorded');
});

it('believes the same document once nobody waits for its word any more', async () => {
  expect(await sees('the same', 'timedOut')).toBe('settled, recorded');
});

it('waits for a document that was held for so long that its outcome is in doubt: it speaks again', async () => {
  expect(await sees('the same', 'timedOut', 'unknownDialog')).toBe('fired, not recorded');
});
