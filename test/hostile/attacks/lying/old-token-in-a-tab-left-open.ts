import { until } from '../../../e2e/support/until.ts';
import type { Attack } from '../../kit/attack.ts';
import { isKnown, knowing } from '../../kit/situation.ts';

const attack: Attack = {
  wants: 'A tab left open brings a dead token back, by showing something else for a moment and then the old one again.',
  async run(stage) {
    await knowing(stage);
    const old = stage.tab;
    stage.dashboard.changeElsewhere();
    await stage.host.backstage.request({ type: 'read' });
    await until('the new token in memory', () => isKnown(stage), 20_000);
    for (const value of ['8'.repeat(32), stage.token, '', stage.token]) {
      await old.evaluate((text) => {
        const field = document.querySelector<HTMLInputElement>('#api-token');
        if (field) field.value = text;
        document.body.append('.');
      }, value);
      // The made-up one is news that the page may tell; what is asked is whether the dead one is news, too.
      await stage.beSeen();
    }
    const { secret } = await stage.host.backstage.stored();
    return secret === stage.token ? 'The dead token is back.' : null;
  },
};
export default attack;
