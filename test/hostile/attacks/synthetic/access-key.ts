import { presses } from '../../kit/page-script.ts';

export default presses(
  'A key that the page gives our element, when a person presses it, copies the token.',
  (host) => {
    host.accessKey = 'k';
    host.tabIndex = 0;
  },
  {
    act: async ({ tab }) => {
      for (const keys of [['Alt'], ['Alt', 'Shift']] as const) {
        for (const key of keys) await tab.keyboard.down(key);
        await tab.keyboard.press('k');
        for (const key of keys) await tab.keyboard.up(key);
      }
    },
  },
);
