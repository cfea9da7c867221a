import { payload } from '../../kit/payload.ts';

export default payload('Markup in the owner’s name becomes elements of the popup.', {
  skin: 'lookalikes',
  dress: ({ owner }) => {
    owner.name = '<x-pwned></x-pwned><img src=x onerror="globalThis.pwned=1"><script>globalThis.pwned=1</script>';
  },
});
