import { presses } from '../../kit/page-script.ts';

export default presses('A copy of our element, or one made from its markup, works for the page.', (host) => {
  const copies = [host.cloneNode(true), document.importNode(host, true)] as HTMLElement[];
  for (const copy of copies) {
    host.after(copy);
    copy.click();
    copy.shadowRoot?.querySelector('button')?.click();
  }
  const box = document.createElement('div');
  box.setHTMLUnsafe?.(host.parentElement?.getHTML?.({ serializableShadowRoots: true }) ?? '');
  return box.querySelector('token-desk-copy')?.shadowRoot?.textContent?.slice(0, 5);
});
