import { payload } from '../../kit/payload.ts';

export default payload('Marks heaped on each letter run over the rest of the popup.', {
  skin: 'lookalikes',
  dress: ({ owner }) => {
    owner.name = [...'Olivia'].map((letter) => letter + '\u0336\u0310\u0489'.repeat(30)).join('');
  },
});
