/** The TLS certificate of the stand-in: made anew for each process, so that no key is ever on disk. */
import { generate } from 'selfsigned';

const hostNames = ['www.snapengage.com', 'eu.snapengage.com'];

/** Key and certificate in PEM, for all of `hostNames`; the browser must be told to accept it. */
export async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const altNames = hostNames.map((value) => ({ type: 2 as const, value }));
  const made = await generate([{ name: 'commonName', value: 'www.snapengage.com' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames }],
  });
  return { key: made.private, cert: made.cert };
}
