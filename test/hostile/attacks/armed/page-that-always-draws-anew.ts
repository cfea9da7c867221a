import { wishes } from '../../kit/wishes.ts';

export default wishes('The page draws its dialog anew all the time, to be pressed in each.', {
  countsPresses: true,
  opening: {
    preload: () => {
      addEventListener('submit', (event) => event.preventDefault(), true);
      setInterval(() => {
        const dialog = document.querySelector('#regenerate-dialog[open]');
        if (dialog) dialog.innerHTML = `${dialog.innerHTML}`;
      }, 20);
    },
  },
  watchMs: 8_000,
});
