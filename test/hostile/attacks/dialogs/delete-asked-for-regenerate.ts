import { wishes } from '../../kit/wishes.ts';

export default wishes('The page opens Delete’s dialog where Regenerate was pressed, and has it confirmed.', {
  opening: {
    preload: () => {
      const swap = (event: Event) => {
        if (!(event.target as Element).closest('[data-opens=regenerate-dialog]')) return;
        event.stopImmediatePropagation();
        sessionStorage.setItem('sprung', '1');
        document.querySelector<HTMLDialogElement>('#delete-dialog')?.showModal();
      };
      addEventListener('click', swap, true);
    },
  },
});
