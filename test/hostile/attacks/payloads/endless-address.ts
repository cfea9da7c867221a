import { payload } from '../../kit/payload.ts';

export default payload('An address of ten thousand characters breaks the popup’s layout.', {
  dress: ({ owner }) => {
    owner.email = `${'w'.repeat(5_000)}@${'m'.repeat(4_980)}.example`;
  },
});
