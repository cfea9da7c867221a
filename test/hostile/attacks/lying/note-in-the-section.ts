import { writes } from '../../kit/planted-text.ts';

export default writes('A note in the token’s own section gives another value out for the token.', () => {
  addEventListener('DOMContentLoaded', () => {
    const note = document.createElement('p');
    note.textContent = 'API Token:';
    const code = Object.assign(document.createElement('code'), { textContent: '5a'.repeat(16) });
    document.querySelector('.card')?.prepend(note, code);
  });
});
