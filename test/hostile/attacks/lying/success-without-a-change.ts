import { wishes } from '../../kit/wishes.ts';

export default wishes('A page that only says that it was regenerated makes the wish count as done.', {
  opening: {
    preload: () => {
      const swallow = (event: Event) => {
        event.preventDefault();
        sessionStorage.setItem('sprung', '1');
        document.querySelector<HTMLDialogElement>('#regenerate-dialog')?.close();
        const note = Object.assign(document.createElement('p'), { role: 'status' });
        note.textContent = 'The API token was regenerated.';
        document.querySelector('main')?.prepend(note);
      };
      addEventListener('submit', swallow, true);
    },
  },
  watchMs: 10_000,
});
