import { payload } from '../../kit/payload.ts';

export default payload('An organisation with the name of a built-in has one that is not there.', {
  skin: 'lookalikes',
  dress: (account) => {
    account.orgId = 'constructor';
    account.owner.name = 'hasOwnProperty';
  },
});
