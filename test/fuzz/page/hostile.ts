/** Changes after which a page may well be unreadable; whatever is read must still be the token. */
import type { Change } from './benign.ts';
import { hide } from './hiding.ts';
import type { Scene } from './scene.ts';
import { otherNames, type Role } from './words.ts';

const remove = (scene: Scene, nodes: readonly (Element | Text)[]) => {
  if (nodes.length > 0) scene.random.pick(nodes).remove();
};

const noControl: Change = (scene) => {
  remove(scene, scene.controls(scene.random.pick<Role>(['regenerate', 'generate', 'delete', 'cancel', 'copy'])));
};
const noTitle: Change = (scene) => remove(scene, [...scene.texts('title'), ...scene.all('h1, h2, h3, legend')]);
const noLabel: Change = (scene) => remove(scene, [...scene.texts('label'), ...scene.all('label, dt, th')]);
const noToken: Change = (scene) => remove(scene, scene.liveHolders());
const noPart: Change = (scene) => remove(scene, scene.all());

const twins: Change = (scene) => {
  if (!scene.panel.parentElement || scene.panel === scene.doc.body) return;
  scene.panel.after(scene.copyOfPanel());
};

const moreControls: Change = (scene) => {
  const names = ['Regenerate', 'Delete', 'Generate', 'Delete token', 'Cancel', 'Generate token', 'Löschen'];
  scene.somewhere().append(scene.make('button', scene.random.pick(names)));
};

const otherValue = ({ random }: Scene) =>
  random.pick([
    random.hex(32),
    random.hex(40),
    random.hex(16),
    `${random.text(24, 'ABCDEFabcdef0123456789-_')}7`,
    random.text(16, '0123456789'),
    `${random.hex(8)}-${random.hex(4)}-4${random.hex(3)}-a${random.hex(3)}-${random.hex(12)}`,
  ]);

/** A value without a name, anywhere, half of the time in the token's own panel. */
const strayValue: Change = (scene) => {
  const place = scene.random.chance(0.5) ? scene.panel : scene.somewhere();
  const tag = scene.random.pick(['code', 'span', 'p', 'td', 'div', 'li', 'input', 'b', 'output']);
  const stray = scene.make(tag, tag === 'input' ? '' : otherValue(scene));
  if (tag === 'input') stray.setAttribute('value', otherValue(scene));
  if (scene.random.chance(0.5)) place.prepend(stray);
  else place.append(stray);
  scene.strays.push(stray);
};

/** Another value under its own name, in the token's own panel. */
const namedValue: Change = (scene) => {
  const row = scene.make(scene.random.pick(['p', 'div', 'li']));
  const name = scene.make(scene.random.pick(['label', 'b', 'span']), `${scene.random.pick(otherNames)}:`);
  const value = scene.make('code', otherValue(scene));
  row.append(name, ' ', value);
  scene.named.set(value, name);
  const [holder] = scene.liveHolders();
  scene.random.pick([() => scene.panel.prepend(row), () => scene.panel.append(row), () => holder?.before(row)])();
};

const texted = (scene: Scene) => scene.liveHolders().filter((holder) => !holder.matches('input, textarea'));

const tornInTwo: Change = (scene) => {
  for (const holder of texted(scene)) {
    const cut = 4 + scene.random.below(scene.token.length - 8);
    const tag = scene.random.pick(['span', 'b', 'em', 'code']);
    const parts = [
      scene.make(scene.random.pick(['span', tag]), scene.token.slice(0, cut)),
      scene.make(tag, scene.token.slice(cut)),
    ];
    const between = scene.random.pick([[], [], [scene.doc.createComment('x')], [scene.make('wbr')]]);
    const nodes = [parts[0] as HTMLElement, ...between, parts[1] as HTMLElement];
    if (scene.random.chance(0.5)) holder.replaceWith(...nodes);
    else holder.replaceChildren(...nodes);
    scene.pieces.push(...parts);
  }
};

/** A few characters at the end, or at the start, of the token in an element of their own. */
const tornEnd: Change = (scene) => {
  const size = 1 + scene.random.below(6);
  const cut = scene.random.chance(0.3) ? size : scene.token.length - size;
  const inside = scene.random.chance(0.5);
  for (const holder of texted(scene)) {
    const [start, end] = [scene.token.slice(0, cut), scene.token.slice(cut)];
    const piece = scene.make(scene.random.pick(['b', 'i', 'span']), cut === size ? start : end);
    holder.textContent = cut === size ? end : start;
    const places = {
      prepend: inside && cut === size,
      append: inside && cut !== size,
      before: cut === size,
      after: true,
    };
    const [place] = Object.entries(places).find(([, fits]) => fits) ?? [];
    holder[place as keyof typeof places](piece);
    scene.pieces.push(holder, piece);
  }
};

/** A field for each part of the token. */
const tornFields: Change = (scene) => {
  for (const holder of texted(scene)) {
    const size = 8 + scene.random.below(5);
    const fields = [0, 1, 2, 3].map((at) => {
      const field = scene.make('input');
      field.setAttribute(
        'value',
        at < 3 ? scene.token.slice(at * size, at * size + size) : scene.token.slice(3 * size),
      );
      return field;
    });
    const filled = fields.filter((field) => field.getAttribute('value'));
    holder.replaceWith(...filled);
    scene.pieces.push(...filled);
  }
};

const masked: Change = (scene) => {
  const bullets = scene.random.pick(['•', '*', '●', '·', 'x', '…']).repeat(4 + scene.random.below(30));
  const ends = scene.random.pick(['', scene.token.slice(-4), scene.token.slice(-6)]);
  for (const holder of scene.liveHolders()) {
    if (holder.matches('input')) holder.setAttribute('value', bullets + ends);
    else holder.textContent = bullets + ends;
    scene.masks.push(holder);
  }
};

const shortened: Change = (scene) => {
  const end = scene.random.pick(['…', '...', ' …', '....', '…']);
  for (const holder of texted(scene)) {
    const start = scene.token.slice(0, 8 + scene.random.below(12));
    holder.textContent = scene.random.chance(0.3) ? `${start}${end}${scene.token.slice(-4)}` : `${start}${end}`;
    scene.masks.push(holder);
  }
};

const backwards = (text: string) => [...text].reverse().join('');

/** The token written from its end, and turned by marks or by style so that people see it right. */
const turned: Change = (scene) => {
  for (const holder of texted(scene)) {
    const way = scene.random.below(3);
    if (way === 0) holder.textContent = `\u202e${backwards(scene.token)}\u202c`;
    else holder.textContent = backwards(scene.token);
    if (way === 1) holder.setAttribute('style', 'unicode-bidi:bidi-override;direction:rtl');
    if (way === 2) {
      const bdo = scene.make('bdo');
      bdo.setAttribute('dir', 'rtl');
      bdo.append(...holder.childNodes);
      holder.append(bdo);
    }
    scene.masks.push(holder);
  }
};

const userText: Change = (scene) => {
  const note = scene.make('blockquote');
  const [name, value] = [scene.make('b', 'API Token:'), scene.make('code', scene.random.hex(32))];
  note.append(name, ' ', value);
  scene.named.set(value, name);
  scene.doc.body.append(note);
};

const hideHolder: Change = (scene) => {
  for (const holder of scene.liveHolders()) hide(scene, holder);
};

const hideSomething: Change = (scene) => {
  const element = scene.somewhere();
  if (element !== scene.doc.body) hide(scene, element);
};

/** The token where no script can look, and where people see it. */
const closedHolder: Change = (scene) => {
  for (const holder of texted(scene)) {
    const host = scene.make('span');
    holder.replaceWith(host);
    scene.shade(host, 'closed', scene.make('code', scene.token));
    scene.sealed.push(host);
  }
};

const shuffle: Change = (scene) => {
  const [first, second] = [scene.somewhere(), scene.somewhere()];
  const tears = scene.pieces.some((piece) => first === piece || second === piece || piece.contains(second));
  if (!tears && first !== scene.doc.body && !first.contains(second)) second.append(first);
};

/** All hostile changes; what is likelier is named more often. */
export const hostileChanges: readonly Change[] = [
  ...[noControl, noControl, noTitle, noLabel, noToken, noPart, noPart, twins, moreControls, moreControls],
  ...[strayValue, strayValue, strayValue, namedValue, tornInTwo, tornEnd, tornFields, masked, shortened, turned],
  ...[userText, hideHolder, hideHolder, hideSomething, closedHolder, shuffle, shuffle],
];
