import { observed } from '../../kit/observed.ts';
import { contentScript, sends } from '../../kit/senders.ts';

export default sends('An object where text belongs gets into what the popup renders.', contentScript, () =>
  observed({ token: { toString: 'x', __html: '<b>', type: 'img', props: {} } }),
);
