/** What can be pressed, and by which name people know it. */
import { describe, expect, it } from 'vitest';
import { accessibleName, findControls, labelledByText, plainText } from '../../../../lib/dashboard/controls.ts';
import { takeSnapshot } from '../../../../lib/dashboard/snapshot.ts';
import { pageOf } from '../support/pages.ts';

/** The controls of `html`: what each does, and the id of what would be pressed. */
function controlsOf(html: string): string[] {
  const found = findControls(takeSnapshot(pageOf(html)));
  return found.map(({ name, element, inDialog }) => `${name} ${element.id}${inDialog ? ' in a dialog' : ''}`);
}
const pointer = 'style="cursor: pointer"';

describe('what is pressed', () => {
  it.each([
    ['a button', '<button id="x">Delete</button>'],
    ['a link', '<a id="x" href="#">Delete</a>'],
    ['a summary', '<details><summary id="x">Delete</summary></details>'],
    ['a field that is a button', '<input type="button" id="x" value="Delete">'],
    ['a field that submits', '<input type="submit" id="x" value="Delete">'],
    ['a picture that submits', '<input type="image" id="x" alt="Delete" title="Delete">'],
    ['a role: button', '<b role="button" id="x">Delete</b>'],
    ['a role: link', '<b role="link" id="x">Delete</b>'],
    ['a role: menu item', '<b role="menuitem" id="x">Delete</b>'],
    ['a role: item of a tree', '<b role="treeitem" id="x">Delete</b>'],
    ['a role: tab', '<b role="tab" id="x">Delete</b>'],
    ['what has a handler', '<b onclick="go()" id="x">Delete</b>'],
    ['the button around the words', '<button id="x"><i><b>Delete</b></i></button>'],
    ['what is known by its label', '<button id="x" aria-label="Delete"><svg></svg></button>'],
    ['what is known by its title', '<button id="x" title="Delete"><svg></svg></button>'],
    ['what is known by another element', '<b id="n">Delete</b><button id="x" aria-labelledby="n"><svg></svg></button>'],
    ['what looks pressable', `<b id="x" ${pointer}>Delete</b>`],
    ['the box that the words fill, and that looks so', `<div id="x" ${pointer}><b ${pointer}>Delete</b></div>`],
    ['the box around that', `<div id="x" ${pointer}><p ${pointer}><b ${pointer}> Delete </b></p></div>`],
    ['the words in a box that holds more', `<div ${pointer}><b id="x" ${pointer}>Delete</b> <i>or not</i></div>`],
    ['the words in a box that does not look so', `<div><b id="x" ${pointer}>Delete</b></div>`],
  ])('%s', (_, html) => {
    expect(controlsOf(html)).toEqual(['delete x']);
  });

  it.each([
    ['words', '<p id="x">Delete</p>'],
    ['words under a pointer that are no name', `<p ${pointer}>Delete nothing</p>`],
    ['a field people type into', '<input id="x" value="Delete">'],
    ['a button without a name', '<button id="x"></button>'],
    ['a button of another name', '<button id="x">Save</button>'],
    ['a button named so in decoration', '<button id="x">Save <i aria-hidden="true">Delete</i></button>'],
    ['a link to another thing', '<a href="#">Delete widget</a>'],
    ['words too long for a name', `<button id="x">Delete ${'!'.repeat(120)}</button>`],
  ])('not %s', (_, html) => {
    expect(controlsOf(html)).toEqual([]);
  });

  it.each([
    ...['Sign Out', 'Log out', 'Logout', 'Abmelden', 'Cerrar sesión', 'Se déconnecter', 'Sair', 'Terminar sessão'],
  ])('%s', (name) => {
    expect(controlsOf(`<button id="x">${name}</button>`)).toEqual(['signOut x']);
  });

  it('each once, in the order of the page, and whether it is in a dialog', () => {
    expect(
      controlsOf(`<button id="a">Delete</button><button id="b"><i>Regenerate</i> <i>token</i></button>
        <div role="dialog"><button id="c">Cancel</button></div><dialog><button id="d">Delete</button></dialog>`),
    ).toEqual(['delete a', 'regenerate b', 'cancel c in a dialog', 'delete d in a dialog']);
  });

  it('in each of the vendor’s languages, by the beginning of its name already', () => {
    const names = [
      ...['Generate', 'Erzeugen', 'Erneuern', 'Erstellen', 'Create', 'Crear', 'Créer', 'Delete', 'Remove', 'Entfernen'],
      ...['Eliminar', 'Borrar', 'Supprimer', 'Excluir', 'Apagar', 'Criar', 'Gerar', 'Cancel', 'Abbrechen', 'Annuler'],
      ...['Copy', 'Copier', 'Kopieren', 'Sign in', 'Login', 'Anmelden', 'Cerrar sesión', 'Iniciar sessão'],
      ...['Se connecter', 'Entrar', 'Sair', 'API', 'Jeton API', 'My Account', 'Mein Konto', 'Mi cuenta', 'Mon compte'],
      ...['Minha conta', 'Open menu', 'olivia@acme.example', '▾'],
    ];
    for (const name of names) expect([name, controlsOf(`<button id="x">${name}</button>`).length]).toEqual([name, 1]);
  });
});

/** The element with the id `it`. */
const judged = (html: string) => pageOf(html).getElementById('it') as HTMLElement;

describe('a name', () => {
  it.each([
    ['its text', '<button id="it"> Delete </button>', 'Delete'],
    ['its label before its text', '<button id="it" aria-label=" Delete ">Save</button>', 'Delete'],
    ['its text where the label is blank', '<button id="it" aria-label="  ">Save</button>', 'Save'],
    [
      'other elements before its label',
      '<b id="n">Delete</b><i id="it" aria-labelledby="n" aria-label="x">y</i>',
      'Delete',
    ],
    ['its label where the other elements are none', '<i id="it" aria-labelledby="none" aria-label="x">y</i>', 'x'],
    ['the value of a field', '<input id="it" type="button" value="Delete" alt="Save">', 'Delete'],
    ['the text for a picture', '<input id="it" type="image" alt="Delete">', 'Delete'],
    ['nothing of a field without either', '<input id="it" type="submit" title="Delete">', ''],
    ['its title where there is no text', '<button id="it" title="Delete"><svg></svg></button>', 'Delete'],
    ['its text before its title', '<button id="it" title="Save">Delete</button>', 'Delete'],
    ['nothing where there is none', '<button id="it"></button>', ''],
    ['the longest text', `<button id="it">${'x'.repeat(120)}</button>`, 'x'.repeat(120)],
    [
      'nothing where the text is longer, title or not',
      `<button id="it" title="Delete">${'x'.repeat(121)}</button>`,
      '',
    ],
  ])('is %s', (_, html, name) => {
    expect(accessibleName(judged(html))).toBe(name);
  });

  it.each([
    ['one', '<b id="a">API</b><i id="it" aria-labelledby="a"></i>', 'API'],
    [
      'several, in their order',
      '<b id="a">Token</b><b id="c">API</b><i id="it" aria-labelledby="c a"></i>',
      'API Token',
    ],
    ['some that are there', '<b id="a">API</b><i id="it" aria-labelledby=" none  a "></i>', 'API'],
    ['none', '<i id="it"></i>', ''],
    ['an empty list', '<i id="it" aria-labelledby=""></i>', ''],
  ])('that other elements give it: %s', (_, html, name) => {
    expect(labelledByText(judged(html))).toBe(name);
  });

  it('that other elements give it is looked for where it stands', () => {
    const doc = pageOf('<b id="n">Outside</b><div id="host"></div>');
    const host = doc.getElementById('host') as HTMLElement;
    host.attachShadow({ mode: 'open' }).innerHTML = '<b id="n">Inside</b><i aria-labelledby="n"></i>';
    expect(labelledByText(host.shadowRoot?.querySelector('i') as Element)).toBe('Inside');
  });
});

describe('plain text', () => {
  it.each([
    ['is what stands there', '<p id="it"> one </p>', 'one'],
    ['keeps words of several elements apart', '<p id="it"><b>one</b><b>two</b></p>', 'one  two'],
    ['keeps words and elements apart', '<p id="it">one<b>two</b>three</p>', 'one two three'],
    ['leaves out what is hidden from readers', '<p id="it">one <b aria-hidden="true">two</b></p>', 'one'],
    ['leaves out pictures', '<p id="it">one <svg><text>two</text></svg></p>', 'one'],
    ['leaves out styles and scripts', '<p id="it">one<style>b{}</style><script>1</script></p>', 'one'],
    ['goes deep', '<p id="it"><b><i>one</i></b></p>', 'one'],
  ])('%s', (_, html, text) => {
    expect(plainText(judged(html))).toBe(text);
  });

  it('is that of the shadow root, where there is one', () => {
    for (const inside of ['<b>inside</b>', 'inside']) {
      const host = judged('<div id="it">outside</div>');
      host.attachShadow({ mode: 'open' }).innerHTML = inside;
      expect(plainText(host)).toBe('inside');
    }
  });

  it('ends soon after it is too long for a name', () => {
    const { length } = plainText(judged(`<p id="it">${'<b>xxxxxxxx</b>'.repeat(1_000)}</p>`));
    expect(length).toBeGreaterThan(240);
    expect(length).toBeLessThan(300);
  });

  it('leaves out a form whose fields shadow its own properties', () => {
    const doc = pageOf('<div id="it">one <form><input name="firstChild">two</form></div>');
    const form = doc.querySelector('form') as HTMLFormElement;
    Object.defineProperty(form, 'firstChild', { value: form.firstElementChild, configurable: true });
    expect(plainText(doc.getElementById('it') as Element)).toBe('one');
  });
});
