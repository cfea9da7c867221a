import { writes } from '../../kit/planted-text.ts';

export default writes(
  'Text written after the controls gives the section another title and another value.',
  () => {
    addEventListener('DOMContentLoaded', () => {
      const after = document.createElement('div');
      after.innerHTML = '<h2>API Token</h2><p>Token <code></code></p>';
      const code = after.querySelector('code');
      if (code) code.textContent = '5a'.repeat(16);
      document.querySelector('.actions, .row')?.after(after);
    });
  },
  { skin: 'lookalikes' },
);
