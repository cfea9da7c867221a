import { presses } from '../../kit/page-script.ts';

export default presses('Keys pressed by the page copy the token.', (host) => {
  host.tabIndex = 0;
  host.focus();
  for (const key of ['Enter', ' '])
    for (const type of ['keydown', 'keypress', 'keyup'])
      for (const target of [host, document.activeElement])
        target?.dispatchEvent(
          new KeyboardEvent(type, {
            key,
            keyCode: key.charCodeAt(0),
            bubbles: true,
            composed: true,
          } as KeyboardEventInit),
        );
});
