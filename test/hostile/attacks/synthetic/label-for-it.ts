import { presses } from '../../kit/page-script.ts';

export default presses(
  'A label of the page for our element, when it is clicked, copies the token.',
  (host) => {
    host.id = 'ours';
    const label = document.createElement('label');
    label.htmlFor = 'ours';
    label.textContent = 'Click here to win';
    label.style.cssText = 'position: fixed; left: 0; top: 300px; width: 900px; height: 300px; z-index: 9';
    document.body.append(label);
    label.click();
  },
  { act: (stage) => stage.clickAt(400, 450) },
);
