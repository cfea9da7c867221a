import { wishes } from '../../kit/wishes.ts';

export default wishes('A dialog that stands open before anything was pressed is answered in place of the page’s own.', {
  opening: {
    preload: () => {
      addEventListener('DOMContentLoaded', () => {
        const other = document.querySelector('#delete-dialog')?.cloneNode(true) as HTMLDialogElement | undefined;
        const verb = other?.querySelector('.danger');
        if (!other || !verb) return;
        verb.textContent = 'Regenerate';
        other.setAttribute('role', 'dialog');
        document.body.append(other);
        other.show();
      });
      const hold = (event: Event) => {
        if (!(event.target as Element).closest('[data-opens=regenerate-dialog]')) return;
        event.stopImmediatePropagation();
        sessionStorage.setItem('sprung', '1');
      };
      addEventListener('click', hold, true);
    },
  },
});
