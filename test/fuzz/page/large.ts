/** What makes a page large: a report, a log or a list of agents, as a busy account has them. */
import type { Scene } from './scene.ts';

type Fill = (scene: Scene, at: number) => { html: string; elements: number };

const fills: readonly Fill[] = [
  (_, at) => ({ html: `<tr><td>Agent ${at}</td><td>agent${at}@example.com</td><td>2026-01-02</td></tr>`, elements: 4 }),
  ({ random }, at) => ({ html: `<div><span>Chat ${at}</span> <code>${random.hex(32)}</code></div>`, elements: 3 }),
  (_, at) => ({ html: `<li><a href="#${at}">Widget ${at}</a> <button>Delete</button></li>`, elements: 3 }),
  (_, at) => ({ html: `<tr><td>Widget ${at}</td><td><button>Delete</button></td></tr>`, elements: 4 }),
  (_, at) => ({
    html: `<div><h3>Webhook ${at}</h3>${'<p><b>Call</b> <i>200</i></p>'.repeat(3)}<button>Delete</button></div>`,
    elements: 12,
  }),
  (_, at) => ({
    html: `<section><h2>API ${at}</h2>${'<p><b>Call</b> <i>200</i></p>'.repeat(3)}<button>Delete</button></section>`,
    elements: 12,
  }),
  ({ random }, at) => ({ html: `<p>Token ${at}: <code>${random.hex(32)}</code></p>`, elements: 2 }),
  ({ random }) => ({ html: `<p>${random.text(60, 'abcdefgh api token ')}<i></i></p>`, elements: 2 }),
  (_, at) => ({ html: `<div class="a"><div><div><b>API ${at}</b></div></div></div>`, elements: 4 }),
];

/** Adds about `elements` elements to the page, in the foot or in a section of their own. */
export function enlarge(scene: Scene, elements: number): void {
  const fill = scene.random.pick(fills);
  let html = '';
  for (let [made, at] = [0, 0]; made < elements; at += 1) {
    const next = fill(scene, at);
    html += next.html;
    made += next.elements;
  }
  const tag = html.startsWith('<tr') ? 'table' : html.startsWith('<li') ? 'ul' : 'section';
  const box = scene.make(tag);
  box.innerHTML = html;
  box.hidden = scene.random.chance(0.2);
  if (scene.random.chance(0.5)) scene.doc.body.append(box);
  else scene.doc.body.prepend(box);
}
