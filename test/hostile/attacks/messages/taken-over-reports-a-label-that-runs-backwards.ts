import { observed } from '../../kit/observed.ts';
import { contentScript, sends } from '../../kit/senders.ts';

export default sends('A label with direction characters rewrites what the popup says.', contentScript, () =>
  observed({ label: 'olivia\u202e@acme.example' }),
);
