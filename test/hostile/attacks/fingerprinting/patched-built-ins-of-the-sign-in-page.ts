import { tellOfCalls } from '../../kit/patches.ts';
import { spies } from '../../kit/spies.ts';

export default spies('Built-ins that the page has patched are called where our script finds a password field.', {
  path: '/signin',
  watch: tellOfCalls,
});
