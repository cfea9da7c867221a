import { presses } from '../../kit/page-script.ts';

export default presses(
  'A click that a person made elsewhere, during which our element is clicked, copies the token.',
  (host) => {
    addEventListener('click', ({ target }) => target !== host && host.click(), true);
    addEventListener('mousedown', () => host.setPointerCapture?.(1), true);
  },
  { act: (stage) => stage.clickAt(400, 500) },
);
