/** Small pieces the look-alikes skin uses in several sections. */
import { html, raw } from 'hono/html';
import { newToken } from '../account.ts';
import type { Html } from './skin.ts';

const shapes: Record<string, string> = {
  refresh: 'M13 8a5 5 0 1 1-1.5-3.5M13 2v3h-3',
  bin: 'M3 4h10M6 4V2h4v2M5 4l.5 10h5L11 4',
  plus: 'M8 3v10M3 8h10',
  copy: 'M6 6h7v7H6zM10 6V3H3v7h3',
  cross: 'M4 4l8 8M12 4l-8 8',
};

/** A hidden form field with a secret-shaped value of its own. */
export function csrfField(): Html {
  return html`<input type="hidden" name="csrf" value="${newToken()}">`;
}

export function icon(name: string): Html {
  return html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${raw(shapes[name] ?? '')}"/></svg>`;
}
