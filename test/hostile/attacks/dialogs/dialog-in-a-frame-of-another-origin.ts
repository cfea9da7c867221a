import { wishes } from '../../kit/wishes.ts';

export default wishes('A frame of another origin lies over the page’s dialog, with one that looks like it.', {
  opening: {
    preload: () => {
      const swap = (event: Event) => {
        if (!(event.target as Element).closest('[data-opens=regenerate-dialog]')) return;
        event.stopImmediatePropagation();
        sessionStorage.setItem('sprung', '1');
        const frame = Object.assign(document.createElement('iframe'), { src: 'https://attacker.snapengage.com/' });
        const post = '<form method=post target=_top action="https://www.snapengage.com/app/account/api/token/delete">';
        const buttons = '<button type=button>Cancel</button><button>Regenerate</button></form>';
        const box = Object.assign(document.createElement('iframe'), {
          srcdoc: `<div role=dialog>${post}${buttons}</div>`,
        });
        box.setAttribute('sandbox', 'allow-forms allow-top-navigation');
        document.body.append(frame, box);
      };
      addEventListener('click', swap, true);
    },
  },
});
