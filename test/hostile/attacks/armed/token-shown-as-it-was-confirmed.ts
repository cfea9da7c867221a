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
          else if (field) field.value = known;
        });
      },
    },
    async meanwhile(stage) {
      stage.dashboard.changeElsewhere();
    },
  },
);
