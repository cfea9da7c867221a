import { payload } from '../../kit/payload.ts';

export default payload('Markup in the owner’s e-mail address becomes elements of the popup.', {
  dress: ({ owner }) => {
    owner.email = '<x-pwned>olivia</x-pwned>"onload="pwned=1@acme.example<img/src=x/onerror=pwned=1>';
  },
});
