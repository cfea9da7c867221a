import { wishes } from '../../kit/wishes.ts';

export default wishes('The page loads itself anew as soon as it is asked, again and again.', {
  countsPresses: true,
  opening: {
    preload: () => {
      addEventListener('click', (event) => {
        if (!(event.target as Element).closest('[data-opens=regenerate-dialog]')) return;
        sessionStorage.setItem('sprung', '1');
        setTimeout(() => location.reload(), 40);
      });
      if (sessionStorage.getItem('pressed')) setTimeout(() => location.reload(), 250);
    },
  },
  watchMs: 12_000,
});
