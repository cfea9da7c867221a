import { wishes } from '../../kit/wishes.ts';

export default wishes('The page takes no notice of the press and asks again and again, to be pressed again.', {
  countsPresses: true,
  opening: {
    preload: () => {
      const again = (event: Event) => {
        if (!(event.target as Element).closest('dialog .danger')) return;
        sessionStorage.setItem('sprung', '1');
        event.preventDefault();
        const dialog = document.querySelector<HTMLDialogElement>('#regenerate-dialog');
        dialog?.close();
        setTimeout(() => dialog?.showModal(), 50);
      };
      addEventListener('click', again, true);
    },
  },
  watchMs: 8_000,
});
