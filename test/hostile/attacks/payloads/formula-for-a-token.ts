import { payload } from '../../kit/payload.ts';

export default payload('A token that a spreadsheet takes for a formula, or a template for its own, is worked out.', {
  dress: (account) => {
    account.token = ['=1+1|{{constructor.constructor(1)}}', '$', '{pwned=1}'].join('');
  },
});
