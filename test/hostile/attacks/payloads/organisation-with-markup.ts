import { payload } from '../../kit/payload.ts';

export default payload('Markup in the organisation’s id becomes elements of the popup, or a key that cannot be read.', {
  dress: (account) => {
    account.orgId = '"><x-pwned>123456789012</x-pwned>\u202e#';
  },
});
