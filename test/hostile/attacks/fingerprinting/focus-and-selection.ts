import { spies } from '../../kit/spies.ts';

export default spies('Focus, selection, scrolling or the clipboard are touched by our script.', {
  path: '/signin',
  watch: () => {
    const spied: string[] = [];
    for (const name of [
      'focusin',
      'focusout',
      'selectionchange',
      'select',
      'scroll',
      'copy',
      'click',
      'input',
      'change',
    ])
      document.addEventListener(name, ({ type }) => spied.push(type), true);
    Object.assign(globalThis, { spied });
  },
  ask: () => [
    ...(document.activeElement === document.body ? [] : ['another focus']),
    ...((getSelection()?.rangeCount ?? 0) > 0 ? ['a selection'] : []),
  ],
});
