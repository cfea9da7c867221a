import { loads } from '../../kit/loads.ts';

export default loads('The page fetches a file of the extension.', async (urls) => {
  const tried = urls.flatMap((url) =>
    (['cors', 'no-cors'] as const).map((mode) =>
      fetch(url, { mode })
        .then(() => url)
        .catch(() => ''),
    ),
  );
  return (await Promise.all(tried)).filter((url) => url !== '');
});
