import { learns } from '../../kit/page-script.ts';

export default learns(
  'The search in the page finds the token, sign by sign, in our element.',
  () => undefined,
  (host, learnt) => {
    const { find } = window as never as { find(text: string, ...flags: boolean[]): boolean };
    document.querySelector('input')?.remove();
    getSelection()?.removeAllRanges();
    for (const sign of 'abcdefghijklmnopqrstuvwxyz0123456789')
      for (let hit = 0; hit < 40 && find(sign, false, false, false, false, false, false); hit += 1) {
        const { anchorNode } = getSelection() ?? {};
        if (anchorNode?.getRootNode() instanceof ShadowRoot) learnt.push('inside');
        if (anchorNode && host.contains(anchorNode)) learnt.push(getSelection()?.toString());
      }
  },
);
