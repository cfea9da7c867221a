import { learns } from '../../kit/page-script.ts';

export default learns(
  'A range over our element says what stands in it.',
  () => undefined,
  (host, learnt) => {
    const range = document.createRange();
    range.selectNode(host);
    const part = range.cloneContents();
    learnt.push(part.textContent, range.toString());
    const inner = (part.firstChild as HTMLElement | null)?.shadowRoot;
    if (inner) learnt.push('inside', inner.textContent);
  },
);
