import { presses } from '../../kit/page-script.ts';

export default presses('Something that the page drops onto our element copies the token.', (host) => {
  const dataTransfer = new DataTransfer();
  for (const type of ['dragenter', 'dragover', 'drop', 'dragend'])
    host.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, composed: true }));
});
