import { wishes } from '../../kit/wishes.ts';

export default wishes(
  'The page shows the confirmed token for another that is there by now, and the wish is fired twice.',
  {
    opening: {
      preload: () => {
        addEventListener('DOMContentLoaded', () => {
          const field = document.querySelector<HTMLInputElement>('#api-token');
          const known = window.name;
          if (known === '') window.name = field?.value ?? '';
          if (known === '' || !field) return;
          field.value = known;
          sessionStorage.setItem('sprung', '1');
        });
      },
    },
    async meanwhile(stage) {
      stage.dashboard.changeElsewhere();
    },
  },
);
