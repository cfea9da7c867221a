import { writes } from '../../kit/planted-text.ts';

export default writes('A widget called API Token, with its Delete beside it, passes its ID off for the token.', () => {
  addEventListener('DOMContentLoaded', () => {
    const section = document.createElement('section');
    const cells = '<td></td><td><samp></samp></td><td><button>Regenerate</button> <button>Delete</button></td>';
    section.innerHTML = `<h2>Widgets</h2><table><tr>${cells}</tr></table>`;
    const [name, id] = section.querySelectorAll('td');
    if (name) name.textContent = 'API Token';
    if (id?.firstElementChild) id.firstElementChild.textContent = '5a'.repeat(16);
    document.querySelector('main')?.prepend(section);
  });
});
