import { payload } from '../../kit/payload.ts';

export default payload('A name of ten thousand characters, without a space, breaks the popup’s layout.', {
  skin: 'lookalikes',
  dress: ({ owner }) => {
    owner.name = 'W'.repeat(10_000);
  },
});
