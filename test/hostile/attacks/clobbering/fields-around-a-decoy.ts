import { clobbers } from '../../kit/clobber.ts';

export default clobbers('A form whose fields shadow its own properties passes a decoy off for the token.', () => {
  addEventListener('DOMContentLoaded', () => {
    const form = document.createElement('form');
    form.innerHTML =
      '<h2>API Token</h2><input name=textContent readonly><button type=button>Regenerate</button><button type=button>Delete</button>' +
      '<input name=nodeType><input name=parentElement><input name=hidden><input name=getAttribute>';
    for (const field of form.querySelectorAll('input')) field.value = 'ef56'.repeat(8);
    document.querySelector('main')?.prepend(form);
  });
});
