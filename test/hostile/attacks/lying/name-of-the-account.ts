import { writes } from '../../kit/planted-text.ts';

export default writes('The account’s name is a token, and stands above the true one.', () => {
  addEventListener('DOMContentLoaded', () => {
    const name = document.querySelector('.who');
    if (name) name.textContent = `API Token ${'5a'.repeat(16)} Regenerate Delete`;
    const title = document.querySelector('h1');
    if (title) title.append(' ', Object.assign(document.createElement('code'), { textContent: '5a'.repeat(16) }));
  });
});
