/** Changes after which a page may well be unreadable; whatever is read must still be the token. */
import type { Scene } from './scene.ts';

type Change = (scene: Scene) => void;

const remove = (scene: Scene, elements: readonly Element[]) => {
  if (elements.length > 0) scene.random.pick(elements).remove();
};

const noControl: Change = (scene) => remove(scene, scene.controls(['regenerate', 'regenerate »', 'delete', 'cancel']));
const noTitle: Change = (scene) => remove(scene, scene.all('h1, h2, h3, label, legend, th'));
const noToken: Change = (scene) => remove(scene, scene.holders());
const noPart: Change = (scene) => remove(scene, scene.all());

const twins: Change = (scene) => {
  const panel = scene.panel();
  if (panel && panel !== scene.doc.body) panel.after(panel.cloneNode(true));
};

const moreControls: Change = (scene) => {
  scene
    .somewhere()
    .append(scene.make('button', scene.random.pick(['Regenerate', 'Delete', 'Generate', 'Delete token', 'Cancel'])));
};

const strayValue: Change = (scene) => {
  const value = scene.random.pick([
    scene.random.hex(32),
    scene.random.hex(40),
    scene.random.text(24, 'ABCDEFabcdef0123456789-_'),
    scene.random.text(16, '0123456789'),
  ]);
  const place = scene.random.chance(0.5) ? (scene.panel() ?? scene.somewhere()) : scene.somewhere();
  const stray = scene.make(scene.random.pick(['code', 'span', 'p', 'td', 'div', 'li']), value);
  if (scene.random.chance(0.5)) place.prepend(stray);
  else place.append(stray);
};

const tornInTwo: Change = (scene) => {
  for (const holder of scene.holders()) {
    if (holder.tagName === 'INPUT') continue;
    const cut = 4 + scene.random.below(scene.token.length - 8);
    const tag = scene.random.pick(['span', 'b', 'em', 'code']);
    const parts = [
      scene.make(scene.random.pick(['span', tag]), scene.token.slice(0, cut)),
      scene.make(tag, scene.token.slice(cut)),
    ];
    if (scene.random.chance(0.5)) holder.replaceWith(...parts);
    else holder.replaceChildren(...parts);
  }
};

const tornTail: Change = (scene) => {
  for (const holder of scene.holders()) {
    if (holder.tagName === 'INPUT') continue;
    holder.textContent = scene.token.slice(0, -4);
    const tail = scene.make('b', scene.token.slice(-4));
    if (scene.random.chance(0.5)) holder.append(tail);
    else holder.after(tail);
  }
};

const masked: Change = (scene) => {
  const bullets = scene.random.pick(['•', '*', '●']).repeat(4 + scene.random.below(30));
  for (const holder of scene.holders()) {
    const text = bullets + (scene.random.chance(0.5) ? scene.token.slice(-4) : '');
    if (holder.tagName === 'INPUT') holder.setAttribute('value', text);
    else holder.textContent = text;
  }
};

const bidi: Change = (scene) => {
  for (const holder of scene.holders())
    if (holder.tagName !== 'INPUT') holder.textContent = `\u202e${scene.token}\u202c`;
};

/** A form whose fields shadow what is asked of it. To be made last: it would mislead the other changes, too. */
export const clobbered: Change = (scene) => {
  const form = scene.make('form');
  const names = [
    'parentElement',
    'parentNode',
    'children',
    'childNodes',
    'matches',
    'closest',
    'getAttribute',
    'hasAttribute',
    'tagName',
    'firstChild',
    'nextSibling',
    'previousSibling',
    'lastElementChild',
    'previousElementSibling',
    'getRootNode',
    'ownerDocument',
    'textContent',
    'shadowRoot',
    'style',
    'nodeType',
    'isConnected',
  ];
  for (let count = 1 + scene.random.below(4); count > 0; count -= 1) {
    const field = scene.make('input');
    field.setAttribute('name', scene.random.pick(names));
    form.append(field);
  }
  const panel = scene.panel();
  if (panel && panel !== scene.doc.body && scene.random.chance(0.7)) {
    panel.replaceWith(form);
    form.append(panel);
  } else scene.doc.body.append(form);
};

const userText: Change = (scene) => {
  const note = scene.make('blockquote');
  note.append(scene.make('b', 'API Token:'), ' ', scene.make('code', scene.random.hex(32)));
  scene.doc.body.append(note);
};

const hideHolder: Change = (scene) => {
  for (const holder of scene.holders())
    holder.setAttribute('style', scene.random.pick(['display:none', 'visibility:hidden', 'opacity:0']));
};

const shuffle: Change = (scene) => {
  const [first, second] = [scene.somewhere(), scene.somewhere()];
  if (first !== scene.doc.body && !first.contains(second)) second.append(first);
};

/** All hostile changes. */
export const hostileChanges: readonly Change[] = [
  noControl,
  noControl,
  noTitle,
  noToken,
  noPart,
  noPart,
  twins,
  moreControls,
  moreControls,
  strayValue,
  strayValue,
  tornInTwo,
  tornTail,
  masked,
  bidi,
  userText,
  hideHolder,
  shuffle,
  shuffle,
];
