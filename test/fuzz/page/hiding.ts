/** Every way known to keep something on a page and yet from people's eyes. */
import type { Scene } from './scene.ts';

/** Gives what hides `element`: itself, or a box that it may be taken out of. */
type Hide = (element: HTMLElement, scene: Scene) => HTMLElement;

const styled =
  (style: string): Hide =>
  (element) => {
    element.setAttribute('style', style);
    return element;
  };

const attribute =
  (name: string, value = ''): Hide =>
  (element) => {
    element.setAttribute(name, value);
    return element;
  };

/** Puts `element` into a new box that hides what it holds. */
const boxed =
  (tag: string, style = ''): Hide =>
  (element, scene) => {
    const box = scene.make(tag);
    if (style) box.setAttribute('style', style);
    element.replaceWith(box);
    if (tag === 'details') box.append(scene.make('summary', 'More'));
    box.append(element);
    return box;
  };

const ways: Record<string, Hide> = {
  hidden: attribute('hidden'),
  ariaHidden: attribute('aria-hidden', 'true'),
  display: styled('display:none'),
  visibility: styled('visibility:hidden'),
  collapse: styled('visibility:collapse'),
  opacity: styled('opacity:0'),
  faint: styled('opacity:0.01'),
  filter: styled('filter:opacity(0)'),
  left: styled('position:absolute;left:-9999px'),
  top: styled('position:fixed;top:-500px'),
  clip: styled('position:absolute;clip:rect(0,0,0,0)'),
  clipPath: styled('position:absolute;clip-path:inset(50%)'),
  screenReader: styled('position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap'),
  flat: styled('display:block;height:0;overflow:hidden'),
  narrow: styled('display:block;width:0;overflow:hidden;white-space:nowrap'),
  scale: styled('display:inline-block;transform:scale(0)'),
  moved: styled('display:inline-block;transform:translateX(-3000px)'),
  tiny: styled('font-size:0;border:0;padding:0;width:0'),
  ink: styled('color:transparent'),
  details: boxed('details'),
  dialog: boxed('dialog'),
  skipped: boxed('div', 'content-visibility:hidden'),
  fadedBox: boxed('div', 'opacity:0'),
  flatBox: boxed('div', 'max-height:0;overflow:hidden'),
};

const names = Object.keys(ways);
/** Buttons have a colour and a size of their own: these hide text only. */
const ofText = new Set(['ink', 'tiny']);

/** Hides `element` in some way. */
export function hide(scene: Scene, element: HTMLElement): void {
  const way = ways[scene.random.pick(names.filter((name) => element.childElementCount === 0 || !ofText.has(name)))];
  if (way) scene.hidden.add(way(element, scene));
}

/** Whether a change has hidden `node` or something around it. */
export function isHidden(scene: Scene, node: Node): boolean {
  let inner = node;
  for (let around: Node | null = node; around; around = parentOf(around)) {
    // What is folded away has a line that is not.
    const isLine = (inner as Partial<Element>).localName === 'summary' && inner.parentNode === around;
    if (scene.hidden.has(around as Element) && !isLine) return true;
    inner = around;
  }
  return false;
}

export function parentOf(node: Node): Node | null {
  return node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
}
