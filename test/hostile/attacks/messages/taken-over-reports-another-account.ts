import type { Attack } from '../../kit/attack.ts';
import { observed } from '../../kit/observed.ts';
import { contentScript } from '../../kit/senders.ts';
import { knowing } from '../../kit/situation.ts';

const attack: Attack = {
  wants: 'A report of another account is answered by that account’s token, or takes the place of the true one.',
  async run(stage) {
    await knowing(stage);
    const answer = await contentScript(stage, observed({ orgId: '1234567890123456', label: 'eve@other.example' }));
    if (stage.holdsPart(JSON.stringify(answer))) return 'The answer holds the token.';
    await stage.settle();
    const kept = await stage.host.backstage.page.evaluate(async () => {
      const { secrets } = await browser.storage.session.get('secrets');
      return Object.values(secrets as Record<string, { token: string }>).map(({ token }) => token);
    });
    return kept.includes(stage.token) ? null : 'The token of the true account is lost.';
  },
};
export default attack;

declare const browser: typeof import('webextension-polyfill');
