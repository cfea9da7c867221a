import { writes } from '../../kit/planted-text.ts';

export default writes('A visitor’s chat shown on the page reads like the token’s own section.', () => {
  addEventListener('DOMContentLoaded', () => {
    const chat = document.createElement('div');
    for (const line of ['API Token', '5a'.repeat(16), 'Regenerate', 'Delete', 'Copy to Clipboard'])
      chat.append(Object.assign(document.createElement('p'), { textContent: line }));
    document.querySelector('main')?.prepend(chat);
  });
});
