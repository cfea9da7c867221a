import { asksToFire } from '../../kit/fire.ts';
import { plant, someId } from '../../kit/planted.ts';

export default asksToFire('What is not sent to any page yet is fired.', async (stage) => {
  const { id } = await plant(stage, {});
  return { type: 'mayFire', intent: id, document: someId('d') };
});
