import { wishes } from '../../kit/wishes.ts';

export default wishes('The page answers one press by two requests of ours: a dialog follows the dialog.', {
  countsPresses: true,
  opening: {
    preload: () => {
      const next = (event: Event) => {
        const verb = (event.target as Element).closest('#regenerate-dialog .danger');
        if (!verb) return;
        sessionStorage.setItem('sprung', '1');
        event.preventDefault();
        const second = document.querySelector('#regenerate-dialog')?.cloneNode(true) as HTMLDialogElement;
        document.querySelector<HTMLDialogElement>('#regenerate-dialog')?.close();
        document.body.append(Object.assign(second, { id: 'second' }));
        second.showModal();
      };
      addEventListener('click', next, true);
    },
  },
  watchMs: 8_000,
});
