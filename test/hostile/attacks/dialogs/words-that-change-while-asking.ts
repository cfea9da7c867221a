import { wishes } from '../../kit/wishes.ts';

export default wishes('The dialog’s verb becomes Delete while our script asks whether it may fire.', {
  opening: {
    preload: () => {
      const swap = (event: Event) => {
        if (!(event.target as Element).closest('[data-opens=regenerate-dialog]')) return;
        const change = () => {
          const form = document.querySelector<HTMLFormElement>('#regenerate-dialog[open] form');
          if (form) form.action = '/app/account/api/token/delete';
          const verb = form?.querySelector('.danger');
          if (!verb) return;
          verb.textContent = 'Delete';
          sessionStorage.setItem('sprung', '1');
        };
        // Once the dialog was found, and before the answer is there.
        const { port1, port2 } = new MessageChannel();
        port2.onmessage = change;
        addEventListener('click', () => port1.postMessage(0), { once: true });
      };
      addEventListener('click', swap, true);
    },
  },
});
