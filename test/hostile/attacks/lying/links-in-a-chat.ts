import { writes } from '../../kit/planted-text.ts';

export default writes(
  'A chat with a heading and links reads like the token page.',
  () => {
    addEventListener('DOMContentLoaded', () => {
      const chat = document.createElement('article');
      chat.innerHTML = '<h2>API Token</h2><p></p><p><a href="/app/1">Regenerate</a> <a href="/app/2">Delete</a></p>';
      const value = chat.querySelector('p');
      if (value) value.textContent = '5a'.repeat(16);
      document.querySelector('main')?.prepend(chat);
    });
  },
  { path: '/app/settings' },
);
