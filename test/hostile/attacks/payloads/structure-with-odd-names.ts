import { payload } from '../../kit/payload.ts';

export default payload('Names of elements and roles put odd text into the report of a page that cannot be read.', {
  masked: true,
  preload: () => {
    addEventListener('DOMContentLoaded', () => {
      const actions = document.querySelector('.actions');
      const parsed = new DOMParser().parseFromString('<x-\u202e\u0007pwned role="\u202ebutton"></x->', 'text/html');
      const odd = parsed.body.firstElementChild;
      if (!actions || !odd) return;
      actions.replaceWith(odd);
      odd.append(actions);
    });
  },
});
