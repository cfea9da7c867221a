import type { Attack } from '../../kit/attack.ts';

const attack: Attack = {
  wants: 'Asking for our files ends otherwise than asking for those of an extension that is not there.',
  async run(stage) {
    const tab = await stage.open('/');
    const real = stage.host.vendor.url('popup.html');
    const wrong = real.replace(/\/\/[^/]+/, (id) =>
      [...id]
        .reverse()
        .join('')
        .replace(/^(.*)\/\/$/, '//$1'),
    );
    const [ours, none] = [await tab.evaluate(outcomes, real), await tab.evaluate(outcomes, wrong)];
    return ours === none ? null : `Ours: ${ours}; one that is not there: ${none}`.replaceAll(/[\w-]{20,}/g, 'ID');
  },
};
export default attack;

/** How asking for `url` ends in all the ways there are. */
async function outcomes(url: string): Promise<string> {
  const fetched = await fetch(url, { mode: 'no-cors' }).then(
    () => 'fetched',
    (error) => `${error}`,
  );
  // From text, as a test runner would put its own import here, which the page does not have.
  const load = new Function('url', 'return import(url)') as (url: string) => Promise<unknown>;
  const imported = await load(url).then(
    () => 'imported',
    (error) => `${error}`,
  );
  const made = (kind: string, parts: object) =>
    new Promise<string>((resolve) => {
      const end = (event: Event) => resolve(`${kind} ${event.type}`);
      document.body.append(Object.assign(document.createElement(kind), { onload: end, onerror: end, ...parts }));
      setTimeout(() => resolve(`${kind} silent`), 1500);
    });
  const elements = [
    made('img', { src: url }),
    made('script', { src: url }),
    made('link', { rel: 'stylesheet', href: url }),
  ];
  const all = [fetched, imported, ...(await Promise.all(elements))].join(' | ');
  return all.replaceAll(url, 'URL');
}
