import { payload } from '../../kit/payload.ts';

export default payload('A token of ten thousand characters breaks the popup’s layout.', {
  dress: (account) => {
    account.token = 'a1'.repeat(5_000);
  },
});
