import { wishes } from '../../kit/wishes.ts';

export default wishes('The page draws its dialog anew all the time, to be pressed in each.', {
  countsPresses: true,
  opening: {
    preload: () => {
      addEventListener('submit', (event) => event.preventDefault(), true);
      setInterval(() => {
        const dialog = document.querySelector('#regenerate-dialog[open]');
        if (!dialog) return;
        dialog.innerHTML = `${dialog.innerHTML}`;
        sessionStorage.setItem('sprung', '1');
      }, 20);
    },
  },
  watchMs: 8_000,
});
