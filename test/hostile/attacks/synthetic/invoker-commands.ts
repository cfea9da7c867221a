import { presses } from '../../kit/page-script.ts';

export default presses('Buttons of the page that command our element copy the token.', (host) => {
  host.id = 'ours';
  host.popover = 'manual';
  for (const command of ['show-popover', 'toggle-popover', 'request-close', '--press', 'click', 'show-modal']) {
    const button = document.createElement('button');
    button.setAttribute('commandfor', 'ours');
    button.setAttribute('command', command);
    button.setAttribute('popovertarget', 'ours');
    button.setAttribute('interestfor', 'ours');
    document.body.append(button);
    button.click();
  }
});
