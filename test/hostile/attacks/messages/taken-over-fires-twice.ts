import { asksToFire } from '../../kit/fire.ts';
import { plant, someId, tabId } from '../../kit/planted.ts';

export default asksToFire('What was fired once is fired again.', async (stage) => {
  const { id } = await plant(stage, {
    tab: await tabId(stage),
    document: someId('d'),
    stage: 'fired',
    firedAt: Date.now(),
  });
  return { type: 'mayFire', intent: id, document: someId('d') };
});
