import { clobbers } from '../../kit/clobber.ts';

export default clobbers(
  'Patched functions of text make a decoy look like the token, and the token like a decoy.',
  () => {
    const fake = 'cd76'.repeat(8);
    String.prototype.normalize = () => fake;
    String.prototype.trim = () => fake;
    String.prototype.replace = () => 'Regenerate';
    RegExp.prototype.test = () => true;
    RegExp.prototype.exec = () => null;
    String.prototype.toLowerCase = () => 'api token';
  },
);
