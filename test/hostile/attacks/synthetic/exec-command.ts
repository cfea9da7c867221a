import { presses } from '../../kit/page-script.ts';

export default presses('Commands of the editor on a selection around our element copy the token.', (host) => {
  document.designMode = 'on';
  getSelection()?.selectAllChildren(host.parentElement as HTMLElement);
  for (const command of ['copy', 'cut', 'insertText', 'enableObjectResizing', 'undo']) document.execCommand(command);
  document.designMode = 'off';
});
