/** A token page that plays a part: what its buttons do is said by the test, and what was pressed is written down. */
import { vi } from 'vitest';
import { Changes } from '../../../../lib/content/changes.ts';
import { type Ended, operate, type Task } from '../../../../lib/dashboard/operate.ts';
import { readPage } from '../../../../lib/dashboard/page.ts';
import type { Need, OperationKind, OperationStep } from '../../../../lib/state/schemas.ts';
import { fingerprintOf } from '../../../../lib/token.ts';
import { newOrgId, newToken, pageOf } from './pages.ts';

type Name = 'Regenerate' | 'Delete' | 'Generate' | 'Cancel';
const verbs: Record<OperationKind, Name> = { regenerate: 'Regenerate', delete: 'Delete', generate: 'Generate' };

export class ScriptedPage {
  readonly doc = pageOf('<header></header><main></main><div id="dialogs"></div><p role="alert"></p>');
  orgId = newOrgId();
  label = 'olivia@acme.example';
  token: string | null;
  /** What was pressed, in order; presses in the page's dialog carry a mark. */
  readonly pressed: string[] = [];
  /** What was reported, in order. */
  readonly reported: [OperationStep, Need | null][] = [];
  /** What a press on one of the page's own buttons does: opens the dialog, unless the test says otherwise. */
  onOpen = (kind: OperationKind): void => this.openDialog(kind);
  /** What the dialog's confirm does: the operation, at once. */
  onConfirm = (kind: OperationKind): void => this.apply(kind);
  /** What the ledger says, and what happens meanwhile. */
  mayFire = vi.fn<() => Promise<boolean>>(async () => true);
  private readonly changes = new Changes();

  constructor(token: string | null = newToken()) {
    this.token = token;
    // Without a layout there is nothing to scroll or to animate.
    const { prototype } = (this.doc.defaultView as unknown as { HTMLElement: typeof HTMLElement }).HTMLElement;
    prototype.scrollIntoView = () => undefined;
    prototype.animate = () => ({ cancel: () => undefined }) as unknown as Animation;
    this.draw();
  }

  /** Draws the page anew; no node of it survives. */
  draw(): void {
    const { doc, token, orgId, label } = this;
    const buttons: OperationKind[] = token === null ? ['generate'] : ['regenerate', 'delete'];
    const value = `<dl><dt>Token</dt><dd>${token}</dd><dt>Organization ID</dt><dd>${orgId}</dd></dl>`;
    this.fill('header', `${label} <a href="#">Sign Out</a>`);
    this.fill('main', `<h1>API Token</h1>${token === null ? '' : value}`);
    for (const kind of buttons)
      doc.querySelector('main')?.append(this.button(verbs[kind], '', () => this.onOpen(kind)));
  }

  openDialog(kind: OperationKind): void {
    const box = this.doc.createElement('div');
    box.setAttribute('role', 'dialog');
    box.append(this.button('Cancel', 'dialog: ', () => box.remove()));
    box.append(
      this.button(verbs[kind], 'dialog: ', () => {
        box.remove();
        this.onConfirm(kind);
      }),
    );
    this.doc.getElementById('dialogs')?.append(box);
    this.changes.tell();
  }

  apply(kind: OperationKind): void {
    this.token = kind === 'delete' ? null : newToken();
    this.draw();
    this.changes.tell();
  }

  /** Draws the page with `token`. */
  show(token: string | null): void {
    this.token = token;
    this.draw();
    this.changes.tell();
  }

  /** Draws the page as of another account; its own buttons stay the same elements. */
  become(who: { label?: string; orgId?: string }): void {
    const buttons = [...this.doc.querySelectorAll('main > button')];
    Object.assign(this, who);
    this.draw();
    for (const fresh of this.doc.querySelectorAll('main > button')) fresh.replaceWith(buttons.shift() ?? fresh);
    this.changes.tell();
  }

  /** The button called `name` in the page's dialog. */
  inDialog(name: Name): Element | undefined {
    return [...this.doc.querySelectorAll('#dialogs button')].find((button) => button.textContent === name);
  }

  /** Another dialog takes the place of the one that is open. */
  redrawDialog(kind: OperationKind): void {
    this.doc.getElementById('dialogs')?.replaceChildren();
    this.openDialog(kind);
  }

  say(alert: string): void {
    this.fill('[role=alert]', alert);
    this.changes.tell();
  }

  /** The task for what the page shows now, changed as said. */
  async task(kind: OperationKind, changes: Partial<Task> = {}): Promise<Task> {
    const expected = this.token && (await fingerprintOf(this.token));
    return {
      kind,
      expected,
      orgId: this.token && this.orgId,
      label: this.label,
      until: Number.MAX_SAFE_INTEGER,
      ...changes,
    };
  }

  async run(task: Task): Promise<Ended> {
    return operate(task, {
      doc: this.doc,
      read: () => readPage(this.doc, 200),
      changed: (limit) => this.changes.next(limit),
      mayFire: this.mayFire,
      report: (step, need) => void this.reported.push([step, need]),
    });
  }

  private fill(selector: string, html: string): void {
    const element = this.doc.querySelector(selector);
    if (element) element.innerHTML = html;
  }

  private button(name: Name, where: string, press: () => void): HTMLElement {
    const button = this.doc.createElement('button');
    button.textContent = name;
    button.addEventListener('click', () => {
      this.pressed.push(where + name);
      press();
    });
    return button;
  }
}
