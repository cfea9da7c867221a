import { wishes } from '../../kit/wishes.ts';

export default wishes('The page opens Regenerate’s dialog where Delete was pressed, and has it confirmed.', {
  kind: 'delete',
  opening: {
    preload: () => {
      const swap = (event: Event) => {
        if (!(event.target as Element).closest('[data-opens=delete-dialog]')) return;
        event.stopImmediatePropagation();
        sessionStorage.setItem('sprung', '1');
        document.querySelector<HTMLDialogElement>('#regenerate-dialog')?.showModal();
      };
      addEventListener('click', swap, true);
    },
  },
});
