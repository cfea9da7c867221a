import { writes } from '../../kit/planted-text.ts';

export default writes(
  'A visitor whose chat is headed by their name calls themselves the token page, and another one of its buttons.',
  () => {
    addEventListener('DOMContentLoaded', () => {
      const chat = document.createElement('section');
      const text = (tag: string, textContent: string) => Object.assign(document.createElement(tag), { textContent });
      chat.append(text('h2', 'API Token'), text('p', '5a'.repeat(16)), text('button', 'Delete'));
      const list = document.createElement('div');
      for (const name of ['API Token', 'Regenerate', 'Olivia']) {
        const row = text('div', name);
        row.style.cursor = 'pointer';
        list.append(row);
      }
      document.querySelector('main')?.prepend(chat, list);
    });
  },
  { path: '/app/settings' },
);
