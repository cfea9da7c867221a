import { presses } from '../../kit/page-script.ts';

export default presses(
  'A click that a person made elsewhere, sent to our element once more, copies the token.',
  (host) => {
    addEventListener('click', (event) => event.target !== host && setTimeout(() => host.dispatchEvent(event)), true);
  },
  { act: (stage) => stage.clickAt(400, 500) },
);
