import { loads } from '../../kit/loads.ts';

export default loads('The page imports a script of the extension.', async (urls) => {
  // From text, as a test runner would put its own import here, which the page does not have.
  const load = new Function('url', 'return import(url)') as (url: string) => Promise<unknown>;
  const tried = urls.map((url) =>
    load(url)
      .then(() => url)
      .catch(() => ''),
  );
  return (await Promise.all(tried)).filter((url) => url !== '');
});
