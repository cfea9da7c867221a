import { expect, it } from 'vitest';
import { composedParent } from '../../../../lib/dashboard/ancestry.ts';
import { isShown } from '../../../../lib/dashboard/visible.ts';
import { pageOf } from '../support/pages.ts';

it('is at the top of what it may see, where the frame around it is none of its business', () => {
  const doc = pageOf('<main></main>');
  Object.defineProperty(doc.defaultView, 'frameElement', {
    get: () => {
      throw new DOMException('Blocked a frame from accessing a cross-origin frame.', 'SecurityError');
    },
  });
  expect(composedParent(doc.documentElement)).toBeNull();
  expect(isShown(doc.body)).toBe(true);
});
