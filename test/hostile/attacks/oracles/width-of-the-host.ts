import { learns } from '../../kit/page-script.ts';

export default learns(
  'The width of our element tells narrow tokens from wide ones.',
  () => undefined,
  async (host, learnt) => {
    const input = document.querySelector<HTMLInputElement>('#api-token');
    const widths = new Set<number>();
    for (const sign of ['i', 'W', '1']) {
      if (input) input.value = `a1${input.value.slice(2, -8)}${sign.repeat(8)}`;
      // Our script looks again.
      input?.setAttribute('data-sign', sign);
      await new Promise((resolve) => setTimeout(resolve, 400));
      if (host.isConnected) widths.add(host.getBoundingClientRect().width);
    }
    if (widths.size > 1) learnt.push('inside: it differs');
  },
);
