import { payload } from '../../kit/payload.ts';

export default payload('An organisation with the name of a prototype breaks what is stored by organisation.', {
  dress: (account) => {
    account.orgId = '__proto__';
    account.owner.email = '__proto__@acme.example';
  },
});
