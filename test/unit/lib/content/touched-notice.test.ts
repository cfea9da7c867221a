/** When the person presses Regenerate or Delete on the page: what is said beside its dialog, and for how long. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Changes } from '../../../../lib/content/changes.ts';
import { forgetParts, offerPart } from '../../../../lib/content/parts.ts';
import { Presses } from '../../../../lib/content/presses.ts';
import { standBeside } from '../../../../lib/content/touched-notice.ts';
import { readPage } from '../../../../lib/dashboard/page.ts';
import { noticeHost } from '../../../../lib/dashboard/snapshot.ts';
import { newToken } from '../support/pages.ts';

const life = vi.hoisted(() => ({
  alive: true,
  busy: false,
  asked: [] as string[],
  places: async (): Promise<number | null> => 5,
}));
vi.mock('../../../../lib/content/outbox.ts', () => ({
  placesTouched: (kind: string) => {
    life.asked.push(kind);
    return life.places();
  },
}));

const token = newToken();
const page = (value = token) => `<a href="#">Sign Out</a><h1>API Token</h1><p>${value}</p>
  <button id="regenerate">Regenerate</button><button id="delete">Delete</button><button id="copy">Copy</button>`;
const dialog = (verb: string) =>
  `<div role="dialog" id="dialog">Are you sure? <button id="confirm">${verb}</button><button>Cancel</button></div>`;

let root: ShadowRoot;
let end: AbortController;
let presses: Presses;
let changes: Changes;
beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(life, { alive: true, busy: false, asked: [], places: async () => 5 });
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((key, values) =>
    key === 'locale' ? 'en' : `${key} ${values}`,
  );
  const { attachShadow } = Element.prototype;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    root = attachShadow.call(this, init);
    return root;
  });
  document.body.innerHTML = page();
  end = new AbortController();
  changes = new Changes();
  const changed = (limit: number) => changes.next(limit);
  presses = new Presses({ read, changed, isOver: () => life.busy || !life.alive, signal: end.signal });
  offerPart('notice', standBeside);
  see();
  return () => {
    end.abort();
    vi.useRealTimers();
    document.body.replaceChildren();
  };
});

const read = () => readPage(document, 200);
/** The agent's look at the page after a change. */
function see(reading = read()): void {
  presses.show(reading);
  changes.tell();
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const hosts = () => [...document.querySelectorAll(noticeHost)];
/** What stands in the notice; null where there is none on the page. */
const said = () => (hosts().length > 0 ? (root.querySelector('[role=status]')?.textContent ?? '') : null);
/** Changes the page, and lets the notice see it, as the agent does. */
function draw(html: string): void {
  document.body.innerHTML = html;
  see();
}
function open(verb: string): void {
  document.body.insertAdjacentHTML('beforeend', dialog(verb));
  see();
}
/** The press of a person: an event that no script can make. */
function press(id: string, isTrusted = true): void {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  document.getElementById(id)?.dispatchEvent(event);
}
const five = 'pageNotice_other 5';

describe('a press of the person', () => {
  it.each([
    ['regenerate', 'Regenerate'],
    ['delete', 'Delete'],
  ])('on %s is answered by how many places are touched', async (kind, verb) => {
    press(kind);
    open(verb);
    await pass(300);
    expect([said(), life.asked]).toEqual([five, [kind]]);
  });

  it('of one place is said in the singular', async () => {
    life.places = async () => 1;
    press('delete');
    open('Delete');
    await pass(300);
    expect(said()).toBe('pageNotice_one 1');
  });

  it.each([
    ['there is none', 0],
    ['nobody can tell', null],
  ])('shows nothing where %s', async (_, places) => {
    life.places = async () => places;
    press('regenerate');
    open('Regenerate');
    await pass(60_000);
    expect([said(), vi.getTimerCount()]).toEqual([null, 0]);
  });

  it.each<[string, () => void]>([
    ['was made by a script', () => press('regenerate', false)],
    ['was on something else', () => press('copy')],
    [
      'came while we are at work there',
      () => {
        life.busy = true;
        press('regenerate');
      },
    ],
    [
      'came when the page was no token page any more',
      () => {
        see(readPage(new DOMParser().parseFromString('<h1>Settings</h1>', 'text/html'), 200));
        press('regenerate');
      },
    ],
    [
      'came after the end',
      () => {
        end.abort();
        press('regenerate');
      },
    ],
  ])('is none that %s: nobody is asked, and nothing is shown', async (_, happens) => {
    happens();
    open('Regenerate');
    await pass(1_000);
    expect([life.asked, said()]).toEqual([[], null]);
  });

  it('right after another has the one notice, whichever count comes first', async () => {
    let answer: (places: number) => void = () => undefined;
    life.places = () => new Promise((resolve) => (answer = resolve));
    press('regenerate');
    life.places = async () => 7;
    press('regenerate');
    open('Regenerate');
    await pass(300);
    answer(5);
    await pass(300);
    expect([hosts().length, root.textContent]).toEqual([1, 'pageNotice_other 7']);
  });

  it('is heard once, however often the page was looked at', async () => {
    for (let looks = 0; looks < 5; looks += 1) see();
    press('regenerate');
    await pass(0);
    expect(life.asked).toEqual(['regenerate']);
  });
});

describe('the notice', () => {
  it('is a closed box, with a sentence and nothing of the token', async () => {
    press('regenerate');
    open('Regenerate');
    await pass(300);
    expect(hosts()).toHaveLength(1);
    const [host] = hosts() as HTMLElement[];
    expect(host?.shadowRoot).toBeNull();
    expect(host?.outerHTML).toBe(`<${noticeHost} popover="manual"></${noticeHost}>`);
    expect(root.textContent).not.toContain(token.slice(0, 4));
    expect(root.querySelector('style')?.sheet?.cssRules.length).toBeGreaterThan(0);
  });

  it('comes without text, for a screen reader to know the region by then', async () => {
    press('regenerate');
    open('Regenerate');
    await pass(0);
    expect(said()).toBe('');
    await pass(150);
    expect(said()).toBe(five);
  });

  it('is put on top of the page’s dialog, and of the next, and else left alone', async () => {
    const toggled: boolean[] = [];
    const toggle = (isOn?: boolean | object) => toggled.push(isOn === true) > 0;
    Object.assign(Element.prototype, { togglePopover: toggle });
    press('regenerate');
    open('Regenerate');
    await pass(600);
    expect(toggled).toEqual([false, true]);
    see();
    await pass(600);
    expect(toggled).toHaveLength(2);
    draw(page() + dialog('Regenerate'));
    await pass(600);
    expect([toggled, said()]).toEqual([[false, true, false, true], five]);
    Reflect.deleteProperty(Element.prototype, 'togglePopover');
  });

  it('waits a moment for the dialog, and then does without', async () => {
    press('regenerate');
    await pass(300);
    expect(said()).toBeNull();
    await pass(300);
    expect(said()).toBe(five);
  });

  it('sees a dialog that opens and closes without anybody looking', async () => {
    draw(page() + dialog('Regenerate').replace('<div', '<div style="display: none"'));
    const { style } = document.getElementById('dialog') as HTMLElement;
    press('regenerate');
    style.display = 'block';
    await pass(300);
    expect(said()).toBe(five);
    style.display = 'none';
    await pass(150);
    expect(said()).toBeNull();
  });

  it('does not change what is read', async () => {
    press('regenerate');
    open('Regenerate');
    const before = read();
    await pass(300);
    expect(said()).toBe(five);
    expect(read().report).toEqual(before.report);
    expect(read().snapshot.elements).toEqual(before.snapshot.elements);
  });

  it('does not come without a dialog when it comes late', async () => {
    let answer: (places: number) => void = () => undefined;
    life.places = () => new Promise((resolve) => (answer = resolve));
    press('regenerate');
    await pass(1_001);
    answer(2);
    await pass(5_000);
    expect([said(), vi.getTimerCount()]).toEqual([null, 0]);
  });

  it('waits for the count as long as the dialog stands', async () => {
    let answer: (places: number) => void = () => undefined;
    life.places = () => new Promise((resolve) => (answer = resolve));
    press('regenerate');
    open('Regenerate');
    await pass(2_000);
    expect(said()).toBeNull();
    answer(2);
    await pass(300);
    expect(said()).toBe('pageNotice_other 2');
  });

  it('takes away what a former script left', async () => {
    document.body.append(document.createElement(noticeHost));
    press('regenerate');
    await pass(0);
    expect(hosts()).toEqual([]);
  });

  it('is none where the part that shows it did not come in', async () => {
    forgetParts();
    press('regenerate');
    open('Regenerate');
    await pass(1_000);
    expect([said(), life.asked]).toEqual([null, ['regenerate']]);
  });
});

describe('it goes', () => {
  beforeEach(async () => {
    press('regenerate');
    open('Regenerate');
    await pass(300);
    expect(said()).toBe(five);
  });

  it.each<[string, () => void]>([
    ['with the dialog', () => draw(page())],
    ['with the token', () => draw(page(newToken()) + dialog('Regenerate'))],
    ['with the token page', () => draw('<a href="#">Sign Out</a><h1>Settings</h1>')],
    ['with its signal', () => end.abort()],
    [
      'where only the next look finds the dialog closed',
      () => document.getElementById('dialog')?.setAttribute('hidden', ''),
    ],
    ['where the next look finds an update', () => Object.assign(life, { alive: false })],
    ['where we begin to work', () => Object.assign(life, { busy: true })],
    ['where the page takes it away', () => hosts()[0]?.remove()],
  ])('%s, and does not come back', async (_, happens) => {
    happens();
    await pass(150);
    expect(said()).toBeNull();
    Object.assign(life, { alive: true, busy: false });
    draw(page() + dialog('Regenerate'));
    await pass(1_000);
    expect([said(), vi.getTimerCount()]).toEqual([null, 0]);
  });

  it('not while the dialog only says something else by now', async () => {
    const confirm = document.getElementById('confirm') as HTMLElement;
    confirm.textContent = 'Working…';
    see();
    await pass(1_000);
    expect(said()).toBe(five);
  });

  it('after a minute at the latest', async () => {
    await pass(59_000);
    expect(said()).toBe(five);
    await pass(1_000);
    expect([said(), vi.getTimerCount()]).toEqual([null, 0]);
  });

  it('for the next press, with its own count', async () => {
    life.places = async () => 7;
    draw(page());
    press('delete');
    open('Delete');
    await pass(300);
    expect([said(), life.asked]).toEqual(['pageNotice_other 7', ['regenerate', 'delete']]);
  });
});

it('a count that comes after the dialog has gone is for nobody', async () => {
  let answer: (places: number) => void = () => undefined;
  life.places = () => new Promise((resolve) => (answer = resolve));
  press('regenerate');
  open('Regenerate');
  await pass(1_001);
  draw(page());
  answer(5);
  await pass(5_000);
  expect(said()).toBeNull();
});

it('a page that confirm() held has been answered: nothing is shown any more', async () => {
  press('regenerate');
  vi.setSystemTime(Date.now() + 4_000);
  await pass(5_000);
  expect([said(), vi.getTimerCount()]).toEqual([null, 0]);
});
