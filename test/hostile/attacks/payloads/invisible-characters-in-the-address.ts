import { payload } from '../../kit/payload.ts';

export default payload('An address with invisible characters looks like another in the popup.', {
  dress: ({ owner }) => {
    owner.email = 'oli\u200bvia\u00ad\u2060@ac\u200dme.example\ufeff';
  },
});
