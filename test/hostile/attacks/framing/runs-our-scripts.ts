import { loads } from '../../kit/loads.ts';

export default loads('The page runs a script of the extension as its own, or as a worker.', async (urls) => {
  const ran = (src: string) =>
    new Promise<string>((resolve) => {
      const script = document.createElement('script');
      document.head.append(Object.assign(script, { onload: () => resolve(src), onerror: () => resolve(''), src }));
    });
  const works = (url: string) =>
    new Promise<string>((resolve) => {
      try {
        const worker = new Worker(url);
        worker.onerror = () => resolve('');
        setTimeout(() => resolve(''), 500);
      } catch {
        resolve('');
      }
    });
  return (await Promise.all(urls.flatMap((url) => [ran(url), works(url)]))).filter((url) => url !== '');
});
