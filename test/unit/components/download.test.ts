// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { download, fileName } from '../../../components/download.ts';

afterEach(() => void vi.useRealTimers());

const day = new Date(2026, 4, 5, 23, 59).getTime();

it.each([
  ['owner@example.com', 'token-desk-record-owner-example.com-2026-05-05.csv'],
  ['', 'token-desk-record-2026-05-05.csv'],
  ['../../etc/passwd', 'token-desk-record-etc-passwd-2026-05-05.csv'],
  ['Zoë  & Söhne', 'token-desk-record-Zoe-Sohne-2026-05-05.csv'],
  ['日本', 'token-desk-record-2026-05-05.csv'],
  ['a'.repeat(200), `token-desk-record-${'a'.repeat(60)}-2026-05-05.csv`],
])('names a file so that every system takes it: "%s"', (whose, name) => {
  expect(fileName('record', whose, day, 'csv')).toBe(name);
});

it('gives the text as a file of its own, and lets go of it afterwards', async () => {
  vi.useFakeTimers();
  const made: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:${made.push(blob as Blob)}`);
  const revoke = vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
  const clicked: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    clicked.push(`${this.download} ${this.href}`);
  });
  download({ name: 'a.csv', type: 'text/csv', text: 'a,b' });
  expect(clicked).toEqual(['a.csv blob:1']);
  expect([await made[0]?.text(), made[0]?.type]).toEqual(['a,b', 'text/csv']);
  expect(revoke).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(revoke).toHaveBeenCalledExactlyOnceWith('blob:1');
});
