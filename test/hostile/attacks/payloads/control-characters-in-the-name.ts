import { payload } from '../../kit/payload.ts';

export default payload('Control characters and escapes for terminals get into the popup.', {
  skin: 'lookalikes',
  dress: ({ owner }) => {
    owner.name = 'Olivia\u001b[31m\u0007\u0008\u0085\u2028Owner\u2029\u007f';
  },
});
