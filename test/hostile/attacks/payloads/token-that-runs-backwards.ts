import { payload } from '../../kit/payload.ts';

export default payload('A token with direction characters is shown otherwise than it is copied.', {
  dress: (account) => {
    account.token = `${'a1'.repeat(8)}\u202e${'b2'.repeat(8)}`;
  },
});
