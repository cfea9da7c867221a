import { writes } from '../../kit/planted-text.ts';

export default writes('A second panel with a title, a value and both buttons is taken for the first.', () => {
  addEventListener('DOMContentLoaded', () => {
    const panel = document.createElement('section');
    panel.innerHTML = `<h2>API Token</h2><input readonly><button>Regenerate</button><button>Delete</button>`;
    const field = panel.querySelector('input');
    field?.setAttribute('value', '5a'.repeat(16));
    document.querySelector('main')?.prepend(panel);
  });
});
