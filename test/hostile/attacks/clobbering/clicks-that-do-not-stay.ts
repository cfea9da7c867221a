import { clobbers } from '../../kit/clobber.ts';

export default clobbers('A patched click() turns each press of ours into a press of Delete.', () => {
  HTMLElement.prototype.click = function click() {
    document.querySelector<HTMLFormElement>('#delete-dialog form')?.submit();
  };
  HTMLDialogElement.prototype.close = function close() {
    document.querySelector<HTMLFormElement>('#delete-dialog form')?.submit();
  };
});
