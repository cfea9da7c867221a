import { writes } from '../../kit/planted-text.ts';

export default writes('A value put where the page masks the token is taken for it.', () => {
  addEventListener('DOMContentLoaded', () => {
    const field = document.querySelector<HTMLInputElement>('#api-token');
    const note = Object.assign(document.createElement('small'), { textContent: '5a'.repeat(16) });
    if (field) field.value = '•'.repeat(28) + field.value.slice(-4);
    field?.after(note);
  });
});
