import { asksToFire } from '../../kit/fire.ts';
import { plant, someId, tabId } from '../../kit/planted.ts';

export default asksToFire('What was confirmed for one document is fired by another.', async (stage) => {
  const { id } = await plant(stage, { tab: await tabId(stage), document: someId('d') });
  return { type: 'mayFire', intent: id, document: someId('e') };
});
