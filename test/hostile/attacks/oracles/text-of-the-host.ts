import { learns } from '../../kit/page-script.ts';

export default learns(
  'The text of our element holds the token after a copy.',
  () => undefined,
  (host, learnt) => {
    const { textContent, innerText, outerHTML, outerText } = host;
    learnt.push(textContent, innerText, outerHTML, outerText, host.getHTML?.({ serializableShadowRoots: true }));
    learnt.push(new XMLSerializer().serializeToString(host));
  },
);
