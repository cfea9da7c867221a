import { payload } from '../../kit/payload.ts';

export default payload('The page’s title puts markup or odd text into the popup.', {
  preload: () => {
    addEventListener('DOMContentLoaded', () => {
      document.title = '<x-pwned>\u202e API Token \u0007';
    });
  },
});
