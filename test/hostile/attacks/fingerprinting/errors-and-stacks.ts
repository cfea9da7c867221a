import { spies } from '../../kit/spies.ts';

export default spies('An error of ours, or a stack with our address in it, comes to the page’s ears.', {
  watch: () => {
    const spied: string[] = [];
    for (const name of ['error', 'unhandledrejection', 'rejectionhandled', 'securitypolicyviolation'])
      addEventListener(name, (event) => spied.push(`${name} ${(event as ErrorEvent).message ?? ''}`), true);
    const stacks = () => {
      const { stack = '' } = new Error('x');
      if (/extension:|dashboard\.js/.test(stack)) spied.push('a stack');
    };
    Object.assign(Error, {
      prepareStackTrace: (error: Error, at: unknown[]) => {
        if (at.some((each) => /extension:/.test(`${each}`))) spied.push('a call');
        return `${error}`;
      },
    });
    for (const name of ['visibilitychange', 'pageshow', 'focus', 'blur'])
      for (const target of [window, document]) target.addEventListener(name, stacks, true);
    Object.assign(globalThis, { spied });
  },
});
