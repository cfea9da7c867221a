/** A page with more elements than are read, with a limit that a test can reach. */
import { expect, it, vi } from 'vitest';
import { readPage } from '../../../../lib/dashboard/page.ts';
import { newToken, pageOf } from '../support/pages.ts';

vi.mock('../../../../lib/dashboard/limits.ts', async (original) => ({
  ...(await original<typeof import('../../../../lib/dashboard/limits.ts')>()),
  mostElements: 20,
}));

const token = newToken();
const controls = '<button>Regenerate</button><button>Delete</button>';
/** A page of `count` elements, six of them without the filler. */
const page = (count: number) =>
  pageOf(`<body><h1>API Token</h1>${'<i></i>'.repeat(count - 6)}<p>${token}</p>${controls}</body>`);

it.each([
  [20, { kind: 'token', token }],
  [21, { kind: 'unreadable', reason: 'tooLarge' }],
  [60, { kind: 'unreadable', reason: 'tooLarge' }],
])('%i elements', (count, report) => {
  const { report: read, controls: found, snapshot } = readPage(page(count), 200);
  expect(read).toMatchObject(report);
  // Not one more is looked at than is needed to know.
  expect(snapshot.elements).toHaveLength(Math.min(count, 21));
  expect(found.length > 0).toBe(count <= 20);
});
