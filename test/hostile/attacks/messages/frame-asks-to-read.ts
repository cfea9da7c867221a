import { frame, sends } from '../../kit/senders.ts';

export default sends('Our script in a frame of the dashboard has the extension read.', frame, () => ({ type: 'read' }));
