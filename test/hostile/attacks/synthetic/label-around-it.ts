import { presses } from '../../kit/page-script.ts';

export default presses('A label around our element, when it is clicked, copies the token.', (host) => {
  const label = document.createElement('label');
  host.before(label);
  label.append(host, 'Click here to win');
  label.click();
});
