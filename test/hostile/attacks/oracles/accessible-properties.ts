import { learns } from '../../kit/page-script.ts';

export default learns(
  'What our element tells screen readers holds the token.',
  () => undefined,
  (host, learnt) => {
    const known = host as never as Record<string, unknown>;
    for (const name in host) if (/^aria|^role$|^title$|computed|internals/.test(name)) learnt.push(String(known[name]));
    for (const { value } of host.attributes) learnt.push(value);
  },
);
