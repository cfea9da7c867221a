import { payload } from '../../kit/payload.ts';

export default payload('A token of the greatest length taken breaks the popup’s layout.', {
  dress: (account) => {
    account.token = 'W1'.repeat(256);
  },
});
