import { clobbers } from '../../kit/clobber.ts';

export default clobbers(
  'Elements named like the document’s own properties take their place, and lead to another token.',
  () => {
    addEventListener('DOMContentLoaded', () => {
      const names = [
        'body',
        'documentElement',
        'querySelectorAll',
        'getElementById',
        'createRange',
        'defaultView',
        'head',
        'addEventListener',
        'removeEventListener',
      ];
      const value = 'ab12'.repeat(8);
      for (const name of [...names, 'title', 'forms', 'hidden', 'visibilityState', 'cookie', 'readyState']) {
        const form = document.createElement('form');
        form.name = name;
        form.innerHTML = `<h2>API Token</h2><code>${value}</code><button>Regenerate</button><button>Delete</button>`;
        form.style.display = 'none';
        document.body.append(Object.assign(document.createElement('img'), { name }), form);
      }
    });
  },
);
