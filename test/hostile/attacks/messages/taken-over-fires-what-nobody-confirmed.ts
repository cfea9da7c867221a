import { asksToFire } from '../../kit/fire.ts';
import { someId } from '../../kit/planted.ts';

export default asksToFire('An intent that nobody confirmed is fired.', async () => ({
  type: 'mayFire',
  intent: someId('f'),
  document: someId('d'),
}));
