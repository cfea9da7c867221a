import { writes } from '../../kit/planted-text.ts';

export default writes('A value beside a token that stands in a closed shadow root is taken for it.', () => {
  addEventListener('DOMContentLoaded', () => {
    const field = document.querySelector<HTMLInputElement>('#api-token');
    const host = document.createElement('span');
    host.style.display = 'block';
    const shown = Object.assign(document.createElement('code'), { textContent: field?.value ?? '' });
    host.attachShadow({ mode: 'closed' }).append(shown);
    const note = Object.assign(document.createElement('p'), { textContent: '5a'.repeat(16) });
    document.querySelector('label[for="api-token"]')?.remove();
    document.querySelector('[data-copies="api-token"]')?.remove();
    field?.replaceWith(host);
    host.parentElement?.before(note);
  });
});
