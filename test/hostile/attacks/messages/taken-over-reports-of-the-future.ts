import type { Attack } from '../../kit/attack.ts';
import { observed } from '../../kit/observed.ts';
import { contentScript } from '../../kit/senders.ts';
import { knowing, learnsAgain } from '../../kit/situation.ts';

const future = 4_000_000_000_000;

const attack: Attack = {
  wants: 'A made-up token of the future is believed for ever, whatever the dashboard says later.',
  async run(stage) {
    await knowing(stage);
    const label = stage.dashboard.account.owner.email;
    await contentScript(stage, observed({ label, orgId: stage.dashboard.account.orgId }, { asOf: future }));
    await stage.settle();
    return (await learnsAgain(stage)) ? null : 'The true token is not taken any more.';
  },
};
export default attack;
