/** Changes after which a careful person would still find the token at once: nearly all of these must be read. */
import { hide } from './hiding.ts';
import type { Scene } from './scene.ts';
import { languages, otherNames, type Role } from './words.ts';

export type Change = (scene: Scene) => void;

const wrap: Change = (scene) => {
  const parts = scene.all(
    'body *:not(td, th, tr, tbody, thead, table, option, li, dt, dd, script, style, svg, svg *, summary)',
  );
  const element = scene.random.pick(parts);
  const box = scene.make(scene.random.pick(['div', 'div', 'section', 'span']));
  element.replaceWith(box);
  box.append(element);
};

const noteAttributes: Change = (scene) => {
  const element = scene.somewhere();
  element.setAttribute('class', scene.random.text(8, 'abcdefghij'));
  if (!element.id) element.setAttribute('id', scene.random.text(6, 'abcdefghij'));
  element.setAttribute('data-testid', scene.random.hex(12));
};

const texts = [
  'Lorem ipsum dolor sit amet.',
  'Keep it secret.',
  'Read the docs before you integrate.',
  'Last changed on 2026-03-01 by Olivia.',
  'Use it for the Visitor Chat API.',
  'Whoever has this token can read your chats; regenerate it if it was seen by others.',
];
const paragraph: Change = (scene) => scene.box().append(scene.make('p', scene.random.pick(texts)));

const footerHash: Change = (scene) => {
  const footer = scene.make('footer');
  const { random } = scene;
  const build = scene.make('span', random.pick([random.hex(40), random.hex(32), `v2.${random.below(90)}.1`]));
  footer.append(build);
  scene.strays.push(build);
  scene.doc.body.append(footer);
};

const hiddenField: Change = (scene) => {
  const field = scene.make('input');
  field.setAttribute('type', 'hidden');
  field.setAttribute('name', 'csrf');
  field.setAttribute('value', scene.random.hex(32));
  if (scene.random.chance(0.5)) scene.panel.prepend(field);
  else scene.panel.append(field);
};

/** A second panel with an older token, which nobody sees. */
const hiddenCopy: Change = (scene) => {
  if (!scene.panel.parentElement || scene.panel === scene.doc.body) return;
  const copy = scene.panel.cloneNode(true) as HTMLElement;
  const stale = scene.random.hex(32);
  for (const node of copy.querySelectorAll<HTMLElement>('*')) {
    const isText = node.childElementCount === 0 && node.textContent?.trim() === scene.token;
    if (!isText && (node as HTMLInputElement).value !== scene.token) continue;
    if (isText) node.textContent = stale;
    else node.setAttribute('value', stale);
    // What hides it may be changed, too.
    scene.strays.push(node);
  }
  scene.noteCopies(copy);
  scene.panel.after(copy);
  hide(scene, copy);
};

/** An older token beside the one that is shown, which nobody sees. */
const hiddenValue: Change = (scene) => {
  const stale = scene.make(scene.random.pick(['code', 'span', 'p', 'div']), scene.random.hex(32));
  const [holder] = scene.liveHolders();
  const places = [() => scene.panel.prepend(stale), () => scene.panel.append(stale), () => holder?.after(' ', stale)];
  scene.random.pick(places)();
  scene.strays.push(stale);
  if (stale.isConnected) hide(scene, stale);
};

const labelledDecoy: Change = (scene) => {
  const box = scene.make('p');
  const name = scene.make(scene.random.pick(['label', 'b', 'span']), scene.random.pick(otherNames));
  const value = scene.make('code', scene.random.hex(32));
  box.append(name, ' ', value);
  scene.named.set(value, name);
  (scene.random.chance(0.5) ? (scene.panel.parentElement ?? scene.doc.body) : scene.doc.body).append(box);
};

const splitText: Change = (scene) => {
  for (const holder of scene.liveHolders()) {
    for (let times = 1 + scene.random.below(3); times > 0; times -= 1) {
      const text = holder.lastChild;
      const length = text?.nodeType === 3 ? (text as Text).length : 0;
      if (length > 2) (text as Text).splitText(1 + scene.random.below(length - 2));
    }
  }
};

const comment: Change = (scene) => scene.somewhere().prepend(scene.doc.createComment(scene.random.hex(32)));

/** The token in another kind of element, named as it was. */
const otherHolder: Change = (scene) => {
  const tag = scene.random.pick(['code', 'pre', 'output', 'strong', 'samp', 'input', 'textarea', 'p', 'kbd', 'div']);
  scene.holders = scene.liveHolders().map((holder) => {
    if (holder.matches('td, dd')) return holder;
    const other = holderLike(scene, holder, tag);
    holder.replaceWith(other);
    return other;
  });
};

function holderLike(scene: Scene, holder: HTMLElement, tag: string): HTMLElement {
  const other = scene.make(tag, tag === 'input' ? '' : scene.token);
  for (const name of ['id', 'aria-label', 'aria-labelledby'])
    if (holder.hasAttribute(name)) other.setAttribute(name, holder.getAttribute(name) ?? '');
  if (tag === 'input') other.setAttribute('value', scene.token);
  if (tag === 'input' || tag === 'textarea') other.setAttribute('readonly', '');
  return other;
}

/** The token once more, as a field beside the text. */
const duplicate: Change = (scene) => {
  const [holder] = scene.liveHolders();
  const field = scene.make('input');
  field.setAttribute('value', scene.token);
  field.setAttribute('readonly', '');
  holder?.after(' ', field);
  if (holder) scene.holders.push(field);
};

const marks = ['\u200b', '\u200e', '\u200f', '\u2060', '\ufeff', '\u00ad', '\u200d'];
const marksAroundNames: Change = (scene) => {
  const mark = scene.random.pick(marks);
  const role = scene.random.pick<Role>(['regenerate', 'delete', 'title', 'label']);
  for (const text of scene.texts(role)) text.data = `${mark}${text.data}${mark}`;
};

const marksInToken: Change = (scene) => {
  const mark = scene.random.pick(marks);
  const at = scene.random.below(scene.token.length);
  const pairs = [
    ['\u202a', '\u202c'],
    ['\u2066', '\u2069'],
    ['\u2068', '\u2069'],
    ['', mark],
    [mark, ''],
  ] as const;
  const [start, end] = scene.random.pick(pairs);
  const inside = scene.random.chance(0.5) ? `${scene.token.slice(0, at)}${mark}${scene.token.slice(at)}` : scene.token;
  for (const holder of scene.liveHolders()) if (!holder.matches('input')) holder.textContent = start + inside + end;
};

const cases: ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.replace(/\p{L}+/gu, (word) => word[0]?.toUpperCase() + word.slice(1).toLowerCase()),
];
const translated: Role[] = ['title', 'label', 'organisation', 'generate', 'regenerate', 'delete', 'cancel', 'copy'];

/** The whole page in one language and case, or one of its names. */
const translate: Change = (scene) => {
  const language = scene.random.pick(languages);
  const inCase = scene.random.pick(cases);
  const roles = scene.random.chance(0.6) ? translated : [scene.random.pick(translated)];
  for (const role of roles) {
    const name = inCase(scene.random.pick(language[role]));
    for (const text of scene.texts(role))
      text.data = /:\s*$/.test(text.data) && !name.endsWith(':') ? `${name}:` : name;
  }
};

const canHost = 'article, aside, blockquote, div, footer, header, main, nav, p, section, span';

/** The panel, with its title, in an open shadow root, perhaps in one more. */
const inShadow: Change = (scene) => {
  const { panel } = scene;
  if (!panel.parentElement || panel === scene.doc.body || panel.matches('td, tr, tbody, table')) return;
  const host = scene.make(scene.random.pick(['div', 'section', 'token-panel']));
  panel.replaceWith(host);
  const parts = [scene.make('h2', 'API Token'), panel];
  const inner = scene.random.chance(0.3) ? scene.make('div') : null;
  scene.shade(host, 'open', ...(inner ? [inner] : parts));
  if (inner) scene.shade(inner, 'open', ...parts);
};

/** A shadow root that nobody but its page can look into, with something else in it. */
const closedShadow: Change = (scene) => {
  const host = scene.make('div');
  scene.shade(host, 'closed', scene.make('p', scene.random.pick([scene.random.hex(32), 'Help'])));
  scene.box().append(host);
};

/** The panel, with its title, in a frame of the same origin. */
const inFrame: Change = (scene) => {
  const { panel } = scene;
  if (!panel.parentElement || panel === scene.doc.body || panel.matches('td, tr, tbody, table')) return;
  if (!scene.random.chance(0.1)) return;
  const frame = scene.doc.createElement('iframe');
  frame.setAttribute('style', 'width:600px;height:400px');
  panel.replaceWith(frame);
  frame.contentDocument?.body.append(scene.make('h2', 'API Token'), panel);
};

const shadowSomewhere: Change = (scene) => {
  const boxes = scene.all(canHost).filter((box) => box.childElementCount === 0 && !box.matches('header *, nav *'));
  if (boxes.length === 0) return;
  const host = scene.random.pick(boxes);
  if (!scene.holders.includes(host)) scene.shade(host, 'open', ...host.childNodes);
};

/** Another part of the page is made inert, or all of it, as under a dialog. */
const inert: Change = (scene) => scene.random.pick([scene.panel, scene.box()]).setAttribute('inert', '');

const manyRows: Change = (scene) => {
  const table = scene.make('table');
  for (let row = 0; row < 40; row += 1) {
    const line = scene.make('tr');
    line.append(
      scene.make('td', `Agent ${row}`),
      scene.make('td', `agent${row}@example.com`),
      scene.make('td', '2026-01-02'),
    );
    table.append(line);
  }
  scene.doc.body.append(table);
};

/** What the page can do without: help, the copy button, the menu. */
const unneeded: Change = (scene) => {
  const parts = [...scene.controls('copy'), ...scene.all('p, nav, small, .quiet')].filter(
    (part) => !scene.liveHolders().some((holder) => part.contains(holder)) && !part.contains(scene.panel),
  );
  const needed = [...scene.controls('regenerate'), ...scene.controls('generate')];
  const useless = parts.filter((part) => !needed.some((button) => part.contains(button)));
  if (useless.length > 0) scene.random.pick(useless).remove();
};

const flexed: Change = (scene) => {
  const style = scene.random.pick([
    'display:flex;gap:8px',
    'display:grid',
    'float:left',
    'overflow:auto',
    'margin:4em',
  ]);
  const around = scene.random.pick([scene.panel, scene.liveHolders()[0]?.parentElement ?? scene.panel]);
  if (!around.matches('td, tr, tbody, table, dl, dd')) around.setAttribute('style', style);
};

/** All benign changes; what is likelier is named more often. */
export const benignChanges: readonly Change[] = [
  ...[wrap, wrap, wrap, noteAttributes, noteAttributes, paragraph, footerHash, hiddenField, hiddenCopy, hiddenValue],
  ...[labelledDecoy, splitText, comment, otherHolder, duplicate, marksAroundNames, marksInToken, translate, translate],
  ...[translate, inShadow, closedShadow, inFrame, shadowSomewhere, inert, manyRows, unneeded, flexed],
];
