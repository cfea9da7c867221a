import { brings } from '../../kit/our-page.ts';

export default brings(
  'The page goes to the popup itself, with something for it in its address and its name.',
  (src) => {
    window.name = JSON.stringify({ type: 'start' });
    location.href = `${src}?type=start#regenerate`;
  },
);
