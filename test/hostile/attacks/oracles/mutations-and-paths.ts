import { learns } from '../../kit/page-script.ts';

export default learns('The changes and events in the page while somebody copies tell of our inside.', (_, learnt) => {
  const isInside = (node: unknown) => node instanceof Node && node.getRootNode() instanceof ShadowRoot;
  new MutationObserver((records) => {
    for (const { target, addedNodes, oldValue } of records) {
      learnt.push(oldValue);
      if (isInside(target) || [...addedNodes].some(isInside)) learnt.push('inside');
    }
  }).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
    attributeOldValue: true,
  });
  for (const type of [
    'click',
    'pointerover',
    'focusin',
    'slotchange',
    'transitionrun',
    'animationstart',
    'scroll',
    'toggle',
  ])
    addEventListener(type, (event) => event.composedPath().some(isInside) && learnt.push('inside'), true);
});
