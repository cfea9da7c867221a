import { payload } from '../../kit/payload.ts';

export default payload('A token of markup becomes elements of the popup, or shuts out the true one.', {
  dress: (account) => {
    account.token = '"><x-pwned></x-pwned><img src=x onerror=pwned=1>';
  },
});
