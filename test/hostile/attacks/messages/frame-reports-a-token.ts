import { observed } from '../../kit/observed.ts';
import { frame, sends } from '../../kit/senders.ts';

export default sends('A frame of the dashboard has another token taken for the account’s.', frame, () => observed({}));
