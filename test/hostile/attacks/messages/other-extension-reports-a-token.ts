import { observed } from '../../kit/observed.ts';
import { otherExtension, sends } from '../../kit/senders.ts';

export default sends('Another extension puts a token of its own into the popup.', otherExtension, () => observed({}));
