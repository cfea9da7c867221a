import { presses } from '../../kit/page-script.ts';

export default presses('A click made by the page on our element copies the token.', (host) => {
  host.click();
  HTMLElement.prototype.click.call(host);
});
