/** Files of the extension, asked for by a page that knows their address. */
import type { Attack } from './attack.ts';
import type { Stage } from './stage.ts';

const files = [
  'popup.html',
  'background.js',
  'dashboard.js',
  'notice.js',
  'operate.js',
  'icon-16.png',
  'manifest.json',
  '_locales/en/messages.json',
];

/** An attack in which `load` tries the addresses of our files in a page, and gives those that it got something of. */
export function loads(wants: string, load: (urls: string[]) => Promise<string[]>, path = '/app/settings'): Attack {
  return {
    wants,
    async run(stage) {
      const tab = await stage.open(path);
      const got = await tab.evaluate(load, addresses(stage));
      return got.length === 0
        ? null
        : `The page got ${got.map((url) => url.split('/').slice(3).join('/')).join(', ')}.`;
    },
  };
}

function addresses({ host }: Stage): string[] {
  return files.map((file) => host.vendor.url(file));
}
