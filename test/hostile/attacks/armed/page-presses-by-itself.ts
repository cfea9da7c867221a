import { wishes } from '../../kit/wishes.ts';

export default wishes(
  'The page presses its own buttons while ours are on their way, so that one wish becomes two presses of ours.',
  {
    opening: {
      preload: () => {
        addEventListener('click', (event) => {
          const opener = (event.target as Element).closest('[data-opens=regenerate-dialog]');
          if (!opener || sessionStorage.getItem('own')) return;
          sessionStorage.setItem('own', '1');
          sessionStorage.setItem('sprung', '1');
          document.querySelector<HTMLFormElement>('#regenerate-dialog form')?.submit();
        });
      },
    },
  },
);
