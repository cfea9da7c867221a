import { loads } from '../../kit/loads.ts';

export default loads('The page shows a picture of the extension, and so knows that it is there.', async (urls) => {
  const shown = (src: string) =>
    new Promise<string>((resolve) => {
      Object.assign(new Image(), { onload: () => resolve(src), onerror: () => resolve(''), src });
    });
  return (await Promise.all(urls.map(shown))).filter((url) => url !== '');
});
