import { learns } from '../../kit/page-script.ts';

export default learns('The events around our copy tell the page what was copied.', (_, learnt) => {
  const types = ['copy', 'beforecopy', 'cut', 'selectionchange', 'clipboardchange', 'beforeinput', 'input', 'select'];
  for (const target of [window, navigator.clipboard])
    for (const type of types)
      target.addEventListener(
        type,
        (event) => {
          const { clipboardData, data } = event as ClipboardEvent & InputEvent;
          learnt.push(type, clipboardData?.getData('text/plain'), data, getSelection()?.toString());
        },
        true,
      );
});
