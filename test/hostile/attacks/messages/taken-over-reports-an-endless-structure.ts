import { observed } from '../../kit/observed.ts';
import { contentScript, sends } from '../../kit/senders.ts';

export default sends('A report of an unreadable page carries a whole page.', contentScript, () =>
  observed({ kind: 'unreadable', reason: 'ambiguous', report: 'a'.repeat(1_000_000) }),
);
