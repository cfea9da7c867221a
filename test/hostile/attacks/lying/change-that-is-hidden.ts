import { wishes } from '../../kit/wishes.ts';

export default wishes(
  'A page that hides that it changed has the person told that nothing was changed, or the press made twice.',
  {
    opening: {
      preload: () => {
        const quietly = (event: Event) => {
          event.preventDefault();
          sessionStorage.setItem('sprung', '1');
          const { action } = event.target as HTMLFormElement;
          void fetch(action, { method: 'POST', redirect: 'manual' });
          document.querySelector<HTMLDialogElement>('#regenerate-dialog')?.close();
        };
        addEventListener('submit', quietly, true);
      },
    },
    watchMs: 30_000,
  },
);
