import { presses } from '../../kit/page-script.ts';

export default presses(
  'The way of a real click gives the page a node of our inside, to be clicked again.',
  (host) => {
    Object.assign(globalThis, { path: [] });
    const types = ['pointermove', 'pointerdown', 'mousedown', 'mouseup', 'click', 'focusin', 'keydown'];
    for (const type of types)
      addEventListener(
        type,
        (event) => {
          const [first] = event.composedPath();
          if (first !== host && event.composedPath().includes(host)) (first as HTMLElement).click();
          if ((event as FocusEvent).relatedTarget instanceof HTMLButtonElement)
            (event as never as { relatedTarget: HTMLElement }).relatedTarget.click();
        },
        true,
      );
  },
  { act: ({ tab }) => tab.mouse.move(400, 300) },
);
