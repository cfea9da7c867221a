import { wishes } from '../../kit/wishes.ts';

export default wishes(
  'A page that shows another token for moments, and has changed nothing, makes the wish count as done.',
  {
    opening: {
      preload: () => {
        const show = (value: string) => {
          const field = document.querySelector<HTMLInputElement>('#api-token');
          if (!field || field.value === value) return;
          field.value = value;
          field.toggleAttribute('data-turn');
        };
        const swallow = (event: Event) => {
          event.preventDefault();
          const honest = document.querySelector<HTMLInputElement>('#api-token')?.value ?? '';
          const started = performance.now();
          const { port1, port2 } = new MessageChannel();
          // Timers are slow in a page that nobody sees; messages are not.
          port2.onmessage = () => {
            sessionStorage.setItem('sprung', '1');
            show((performance.now() - started) % 2_500 < 450 ? '7'.repeat(32) : honest);
            port1.postMessage(0);
          };
          port1.postMessage(0);
        };
        addEventListener('submit', swallow, true);
      },
    },
    watchMs: 13_000,
  },
);
