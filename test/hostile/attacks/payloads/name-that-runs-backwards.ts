import { payload } from '../../kit/payload.ts';

export default payload('Direction characters in the name turn around what the popup says.', {
  skin: 'lookalikes',
  dress: ({ owner }) => {
    owner.name = 'Olivia\u202e\u2066\u2067\u2068\u200f renwO\u061c';
  },
});
