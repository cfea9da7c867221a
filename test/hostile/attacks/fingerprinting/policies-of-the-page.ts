import { spies } from '../../kit/spies.ts';

export default spies('A strict policy of the page’s is broken by our script, and the break is told.', {
  watch: () => {
    const spied: string[] = [];
    const content = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    const told = ({ effectiveDirective, sample }: SecurityPolicyViolationEvent) =>
      spied.push(`${effectiveDirective} ${sample}`);
    addEventListener('load', () => {
      const meta = document.createElement('meta');
      meta.httpEquiv = 'Content-Security-Policy';
      meta.content = content;
      document.head.append(meta);
      document.addEventListener('securitypolicyviolation', told);
      Object.assign(globalThis, { spied });
    });
    // The page's own style sheet is loaded before the policy holds.
    new MutationObserver((_, observer) => {
      if (!document.head) return;
      observer.disconnect();
      const meta = document.createElement('meta');
      meta.httpEquiv = 'Content-Security-Policy';
      meta.content = "require-trusted-types-for 'script'; trusted-types 'none'";
      document.head.prepend(meta);
      document.addEventListener('securitypolicyviolation', told);
    }).observe(document, { subtree: true, childList: true });
  },
});
