import { wishes } from '../../kit/wishes.ts';

export default wishes(
  'A dialog offers Delete beside Regenerate and Cancel, so that a wrong one may be pressed.',
  {
    opening: {
      preload: () => {
        const both = (event: Event) => {
          if (!(event.target as Element).closest('[data-opens=regenerate-dialog]')) return;
          const form = document.querySelector('#regenerate-dialog form');
          const remove = Object.assign(document.createElement('button'), { textContent: 'Delete' });
          remove.setAttribute('formaction', '/app/account/api/token/delete');
          form?.prepend(remove);
          sessionStorage.setItem('sprung', '1');
        };
        addEventListener('click', both, true);
      },
    },
  },
  ({ received }) => (received.regenerate > 0 ? 'A dialog that offers two changes was answered.' : null),
);
