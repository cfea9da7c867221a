import { writes } from '../../kit/planted-text.ts';

export default writes(
  'Four visitors call themselves what the token page says, so that their list reads like it.',
  () => {
    addEventListener('DOMContentLoaded', () => {
      const list = document.createElement('div');
      for (const name of ['API Token', '5a'.repeat(16), 'Regenerate', 'Delete']) {
        const row = Object.assign(document.createElement('div'), { textContent: name });
        row.style.cursor = 'pointer';
        list.append(row);
      }
      document.querySelector('main')?.prepend(list);
    });
  },
  { path: '/app/settings' },
);
