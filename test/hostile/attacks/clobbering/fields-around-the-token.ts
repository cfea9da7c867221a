import { clobbers } from '../../kit/clobber.ts';

export default clobbers(
  'The fields of a form around the token shadow what the reader asks, and hand it another value.',
  () => {
    addEventListener('DOMContentLoaded', () => {
      const form = document.createElement('form');
      const card = document.querySelector('.card');
      card?.replaceWith(form);
      if (card) form.append(card);
      const names =
        'parentNode parentElement children childNodes nodeName attributes getRootNode querySelectorAll textContent';
      const more =
        'firstChild nextSibling nodeType tagName ownerDocument matches closest contains shadowRoot value id style';
      for (const name of [...names.split(' '), ...more.split(' ')])
        form.append(Object.assign(document.createElement('input'), { name, value: 'cd34'.repeat(8), type: 'hidden' }));
    });
  },
);
