import { wishes } from '../../kit/wishes.ts';

export default wishes('Two dialogs are in front, and both ask to regenerate; one of them deletes.', {
  opening: {
    preload: () => {
      const twin = (event: Event) => {
        if (!(event.target as Element).closest('[data-opens=regenerate-dialog]')) return;
        const other = document.querySelector('#delete-dialog')?.cloneNode(true) as HTMLDialogElement;
        const verb = other.querySelector('.danger');
        if (verb) verb.textContent = 'Regenerate';
        document.body.prepend(other);
        other.show();
        sessionStorage.setItem('sprung', '1');
      };
      addEventListener('click', twin, true);
    },
  },
});
