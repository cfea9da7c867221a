import { payload } from '../../kit/payload.ts';

export default payload('An error that the page shows puts markup or odd text into the popup.', {
  preload: () => {
    addEventListener('DOMContentLoaded', () => {
      const alert = Object.assign(document.createElement('p'), { className: 'error', role: 'alert' });
      alert.textContent = '<x-pwned>\u202e\u0007 Something went wrong <img src=x onerror=pwned=1>';
      document.querySelector('main')?.prepend(alert);
    });
  },
});
