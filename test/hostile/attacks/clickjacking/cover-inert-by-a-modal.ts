import { clickjack } from '../../kit/clickjack.ts';

export default clickjack('A click on a picture that a modal dialog makes inert copies the token.', () => {
  const dialog = document.createElement('dialog');
  dialog.style.cssText =
    'inset: 0; margin: 0; border: 0; padding: 0; width: 100%; height: 100%; max-width: none; max-height: none';
  dialog.append(...document.body.children);
  document.body.append(dialog);
  dialog.showModal();
  const cover = document.createElement('div');
  cover.style.cssText = 'inset: 0; width: 100%; height: 100%; background: white';
  cover.popover = 'manual';
  document.body.append(cover);
  cover.showPopover();
});
