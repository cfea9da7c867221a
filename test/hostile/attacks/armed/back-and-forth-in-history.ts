import { wishes } from '../../kit/wishes.ts';

export default wishes('The page goes back and forth in its history while the wish is on its way.', {
  countsPresses: true,
  opening: {
    preload: () => {
      addEventListener('click', (event) => {
        if (!(event.target as Element).closest('[data-opens=regenerate-dialog]')) return;
        sessionStorage.setItem('sprung', '1');
        for (const hash of ['#a', '#b', '#c']) history.pushState({}, '', hash);
        history.back();
        setTimeout(() => history.go(-2), 30);
        setTimeout(() => history.go(2), 200);
      });
    },
  },
});
