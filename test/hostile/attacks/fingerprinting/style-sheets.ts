import { spies } from '../../kit/spies.ts';

export default spies('A rule, a sheet or an animation is in the page that it has not brought.', {
  path: '/app/settings',
  watch: () => {
    const spied: string[] = [];
    addEventListener('DOMContentLoaded', () => {
      const style = document.createElement('style');
      const names = ['token-desk-copy', 'token-desk', '[data-token-desk]', '[style*="outline"]', '*:not(:defined)'];
      style.textContent = `@keyframes seen { to { order: 1 } } ${names
        .map((name) => `html:has(${name}), ${name} { animation: seen 1ms }`)
        .join(' ')}`;
      document.head.append(style);
      Object.assign(globalThis, { spied });
    });
    addEventListener('animationstart', ({ target }) => spied.push(`${(target as Element).nodeName} matches`), true);
  },
  ask: () => {
    const sheets = [...document.styleSheets].filter(
      ({ href, ownerNode }) => href !== `${location.origin}/static/forms.css` && ownerNode?.nodeName !== 'STYLE',
    );
    const ours = [...sheets, ...document.adoptedStyleSheets].map(() => 'a sheet');
    return [
      ...ours,
      ...[...document.fonts].map(({ family }) => family),
      ...document.getAnimations().map(() => 'a motion'),
    ];
  },
});
