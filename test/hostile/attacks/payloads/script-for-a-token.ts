import { payload } from '../../kit/payload.ts';

export default payload('A token that is an address which runs a script becomes a link.', {
  skin: 'spa',
  dress: (account) => {
    account.token = 'javascript:globalThis.pwned=1';
  },
});
