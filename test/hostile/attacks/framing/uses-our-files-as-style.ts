import { loads } from '../../kit/loads.ts';

export default loads('The page takes a file of the extension for a style sheet, a font or a shape.', async (urls) => {
  const used = (href: string) =>
    new Promise<string>((resolve) => {
      const link = document.createElement('link');
      const load = { rel: 'stylesheet', onload: () => resolve(href), onerror: () => resolve(''), href };
      document.head.append(Object.assign(link, load));
      setTimeout(() => resolve(''), 1500);
    });
  const set = (url: string) =>
    new FontFace('ours', `url(${url})`)
      .load()
      .then(() => url)
      .catch(() => '');
  return (await Promise.all(urls.flatMap((url) => [used(url), set(url)]))).filter((url) => url !== '');
});
