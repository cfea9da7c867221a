/** Fields and named elements that shadow what is asked of a form, or of the document. */
import type { Change } from './benign.ts';
import type { Scene } from './scene.ts';

const names = (
  'parentElement parentNode children childNodes childElementCount matches closest getAttribute hasAttribute tagName ' +
  'firstChild lastChild nextSibling previousSibling lastElementChild previousElementSibling nextElementSibling ' +
  'getRootNode ownerDocument textContent shadowRoot style nodeType isConnected id value contains click ' +
  'querySelector querySelectorAll getBoundingClientRect checkVisibility'
).split(' ');
/** Of the document, by the names of its forms, images and frames. */
const documentNames = (
  'lastChild lastElementChild querySelector querySelectorAll getElementById defaultView documentElement body ' +
  'createRange nodeType getRootNode visibilityState hidden'
).split(' ');

/** To be made last: it would mislead the other changes, too. */
export const clobbered: Change = (scene) => {
  if (scene.random.chance(0.3)) nameElements(scene);
  else nameFields(scene);
};

function nameElements(scene: Scene): void {
  const image = scene.make(scene.random.pick(['img', 'form']));
  image.setAttribute('name', scene.random.pick(documentNames));
  HTMLElement.prototype.append.call(scene.panel, image);
}

function nameFields(scene: Scene): void {
  const form = scene.make('form');
  const { panel } = scene;
  const parent = panel.parentElement;
  // Browsers hide a form that stands between a table and its cells, with all it holds.
  const fits = panel.isConnected && !panel.matches('body, tbody, tr, td');
  const around = parent && fits && scene.random.chance(0.7);
  if (around) {
    panel.replaceWith(form);
    form.append(panel);
  } else (parent ?? panel).append(form);
  for (let count = 1 + scene.random.below(4); count > 0; count -= 1) {
    const field = scene.make('input');
    field.setAttribute('name', scene.random.pick(names));
    // By the prototype, as the form may have lost its own `append` to an earlier field.
    Node.prototype.appendChild.call(form, field);
  }
}
