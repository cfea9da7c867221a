import { presses } from '../../kit/page-script.ts';

export default presses('A form around our element, when it is submitted, copies the token.', (host) => {
  const form = document.createElement('form');
  form.addEventListener('submit', (event) => event.preventDefault());
  host.before(form);
  form.append(host);
  form.requestSubmit();
  form.dispatchEvent(new SubmitEvent('submit', { submitter: null, bubbles: true, cancelable: true }));
  form.reset();
});
