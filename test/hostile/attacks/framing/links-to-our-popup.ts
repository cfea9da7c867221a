import { brings } from '../../kit/our-page.ts';

export default brings('A click on a link, or a form, leads to the popup.', (src) => {
  const link = Object.assign(document.createElement('a'), { href: src, target: '_blank' });
  const form = Object.assign(document.createElement('form'), { action: src, target: '_blank' });
  document.body.append(link, form);
  link.click();
  form.submit();
});
