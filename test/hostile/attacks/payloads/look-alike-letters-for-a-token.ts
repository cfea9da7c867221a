import { payload } from '../../kit/payload.ts';

export default payload('A token in letters that look like others is taken for the one it looks like.', {
  dress: (account) => {
    account.token = '\u0430\u0435\u043e\uff41\uff42'.repeat(6);
  },
});
