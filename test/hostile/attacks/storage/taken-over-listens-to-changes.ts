import { until } from '../../../e2e/support/until.ts';
import { reads } from '../../kit/reads.ts';
import { isKnown } from '../../kit/situation.ts';

export default reads('The content script, taken over, is told of the new token as it is stored.', async (stage) => {
  await stage.inContentScript(async () => {
    const all = globalThis as never as Record<string, typeof import('webextension-polyfill') | undefined>;
    const seen: unknown[] = [];
    Object.assign(globalThis, { seen });
    (all.browser ?? all.chrome)?.storage?.onChanged.addListener((changes) => seen.push(changes));
  });
  stage.dashboard.changeElsewhere();
  await stage.host.backstage.request({ type: 'read' });
  await until('the new token in memory', () => isKnown(stage), 20_000);
  const seen = await stage.inContentScript(async () =>
    JSON.stringify((globalThis as never as Record<'seen', unknown>).seen),
  );
  return seen.replaceAll(stage.dashboard.account.token ?? '', stage.token);
});
