import { payload } from '../../kit/payload.ts';

export default payload('An address that runs a script becomes a link of the popup.', {
  skin: 'lookalikes',
  dress: ({ owner }) => {
    owner.name = 'javascript:globalThis.pwned=1//data:text/html,<script>pwned=1</script>';
  },
});
