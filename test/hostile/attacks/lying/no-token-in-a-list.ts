import type { Attack } from '../../kit/attack.ts';
import { entered, isKnown, knowing } from '../../kit/situation.ts';

/** Two visitors' names in a list that can be clicked. */
function write(): void {
  addEventListener('DOMContentLoaded', () => {
    for (const name of ['API Token', 'Generate']) {
      const row = Object.assign(document.createElement('div'), { textContent: name });
      row.style.cursor = 'pointer';
      document.querySelector('main')?.append(row);
    }
  });
}

const watchedForMs = 3_000;

export default {
  wants:
    'Two visitors call themselves what the page of an account without a token says, so that the token is forgotten.',
  async run(stage) {
    await knowing(stage);
    await stage.open('/app/settings', { preload: write });
    await entered(stage);
    for (let waited = 0; waited < watchedForMs; waited += 250) await stage.settle();
    return (await isKnown(stage)) ? null : 'The token was forgotten.';
  },
} satisfies Attack;
