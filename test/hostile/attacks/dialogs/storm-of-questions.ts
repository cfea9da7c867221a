import { wishes } from '../../kit/wishes.ts';

export default wishes('A storm of the browser’s own questions makes our script press again, or press late.', {
  opening: {
    preload: () => {
      const storm = (event: Event) => {
        if (!(event.target as Element).closest('[data-opens=regenerate-dialog], .danger')) return;
        sessionStorage.setItem('sprung', '1');
        for (let n = 0; n < 5; n += 1) confirm(`Really? ${n}`);
      };
      addEventListener('click', storm, true);
    },
  },
  watchMs: 15_000,
});
