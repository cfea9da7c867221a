/** Changes after which a careful person would still find the token at once: nearly all of these must be read. */
import type { Scene } from './scene.ts';

type Change = (scene: Scene) => void;

const regenerateNames = [
  'Regenerate',
  'REGENERATE',
  'regenerate token',
  'Regenerate API Token',
  'Regenerieren',
  'Regenerar',
  'Régénérer',
  'Gerar novamente',
  '↻ Regenerate',
  'Regenerate…',
  'Re-generate',
];
const deleteNames = [
  'Delete',
  'DELETE',
  'Delete token',
  'Delete API Token',
  'Löschen',
  'Eliminar',
  'Supprimer',
  'Excluir',
  '🗑 Delete',
  'Delete (1)',
  'Delete…',
];
const titleNames = [
  'API Token',
  'Api Token',
  'API TOKEN',
  'Your API Token',
  'API-Token',
  'Token de API',
  'Jeton API',
  'API  Token',
];

const rename = (scene: Scene, from: readonly string[], to: readonly string[]) => {
  const name = scene.random.pick(to);
  for (const control of scene.controls(from)) {
    if (control.tagName === 'INPUT') (control as HTMLInputElement).value = name;
    else control.textContent = name;
  }
};

const wrap: Change = (scene) => {
  const element = scene.random.pick(
    scene.all('body *:not(td, th, tr, tbody, thead, table, option, li, dt, dd, script, style)'),
  );
  const box = scene.make(scene.random.pick(['div', 'div', 'section', 'span']));
  element.replaceWith(box);
  box.append(element);
};

const noteAttributes: Change = (scene) => {
  const element = scene.somewhere();
  element.setAttribute('class', scene.random.text(8, 'abcdefghij'));
  element.setAttribute('id', scene.random.text(6, 'abcdefghij'));
  element.setAttribute('data-testid', scene.random.hex(12));
};

const paragraph: Change = (scene) => {
  const texts = [
    'Lorem ipsum dolor sit amet.',
    'Keep it secret.',
    'Read the docs before you integrate.',
    'Last changed on 2026-03-01 by Olivia.',
    'Use it for the Visitor Chat API.',
  ];
  scene.somewhere().append(scene.make('p', scene.random.pick(texts)));
};

const footerHash: Change = (scene) => {
  const footer = scene.make('footer');
  footer.append(
    scene.make(
      'span',
      scene.random.pick([scene.random.hex(40), scene.random.hex(32), `v2.${scene.random.below(90)}.1`]),
    ),
  );
  scene.doc.body.append(footer);
};

const hiddenField: Change = (scene) => {
  const field = scene.make('input');
  field.setAttribute('type', 'hidden');
  field.setAttribute('name', 'csrf');
  field.setAttribute('value', scene.random.hex(32));
  (scene.panel() ?? scene.doc.body).append(field);
};

const hiddenCopy: Change = (scene) => {
  const panel = scene.panel();
  if (!panel || panel === scene.doc.body) return;
  const copy = panel.cloneNode(true) as HTMLElement;
  for (const node of copy.querySelectorAll('*'))
    if (node.textContent?.trim() === scene.token) node.textContent = scene.random.hex(32);
  for (const field of copy.querySelectorAll('input'))
    if (field.value === scene.token) field.setAttribute('value', scene.random.hex(32));
  const [name, value] = scene.random.pick([
    ['hidden', ''],
    ['style', 'display:none'],
    ['aria-hidden', 'true'],
  ] as const);
  copy.setAttribute(name, value);
  panel.after(copy);
};

const labelledDecoy: Change = (scene) => {
  const box = scene.make('p');
  const label = scene.random.pick([
    'Widget ID',
    'CSRF token',
    'Webhook secret',
    'Authentication Token',
    'Build',
    'Session key',
    'Client secret',
  ]);
  box.append(scene.make('label', label), ' ', scene.make('code', scene.random.hex(32)));
  (scene.random.chance(0.5) ? (scene.panel()?.parentElement ?? scene.doc.body) : scene.doc.body).append(box);
};

const splitText: Change = (scene) => {
  for (const holder of scene.holders()) {
    const text = holder.firstChild;
    if (text?.nodeType === 3) (text as Text).splitText(1 + scene.random.below(Math.max(1, (text as Text).length - 2)));
  }
};

const comment: Change = (scene) => scene.somewhere().prepend(scene.doc.createComment(scene.random.hex(32)));

const otherHolder: Change = (scene) => {
  const tag = scene.random.pick(['code', 'pre', 'output', 'strong', 'samp', 'input', 'textarea', 'p']);
  for (const holder of scene.holders()) {
    if (holder.matches('td, dd')) continue;
    holder.replaceWith(holderLike(scene, holder, tag));
  }
};

const holderLike = (scene: Scene, holder: Element, tag: string): HTMLElement => {
  const other = scene.make(tag, tag === 'input' ? '' : scene.token);
  for (const name of ['id', 'aria-label', 'aria-labelledby'])
    if (holder.hasAttribute(name)) other.setAttribute(name, holder.getAttribute(name) ?? '');
  if (tag === 'input') {
    other.setAttribute('value', scene.token);
    other.setAttribute('readonly', '');
  }
  return other;
};

const invisibleMarks: Change = (scene) => {
  const mark = scene.random.pick(['\u200b', '\u200e', '\u2060', '\ufeff']);
  for (const control of scene.controls(['regenerate', 'delete']))
    if (control.childElementCount === 0 && control.tagName !== 'INPUT')
      control.textContent = `${mark}${control.textContent}${mark}`;
};

const retitle: Change = (scene) => {
  const name = scene.random.pick(titleNames);
  for (const title of scene.all('h1, h2, h3, label, legend'))
    if (/^(your )?api token:?$/i.test(title.textContent?.trim() ?? '') && title.childElementCount === 0)
      title.textContent = name;
};

const inShadow: Change = (scene) => {
  const panel = scene.panel();
  if (!panel?.parentElement || panel === scene.doc.body || panel.matches('td, tr, tbody, table')) return;
  const host = scene.make('div');
  panel.replaceWith(host);
  const title = scene.make('h2', 'API Token');
  host.attachShadow({ mode: 'open' }).append(title, panel);
};

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

/** All benign changes. */
export const benignChanges: readonly Change[] = [
  wrap,
  wrap,
  wrap,
  noteAttributes,
  noteAttributes,
  paragraph,
  footerHash,
  hiddenField,
  hiddenCopy,
  labelledDecoy,
  splitText,
  comment,
  otherHolder,
  invisibleMarks,
  retitle,
  inShadow,
  manyRows,
  (scene) => rename(scene, ['regenerate', 'regenerate »'], regenerateNames),
  (scene) => rename(scene, ['delete'], deleteNames),
];
