// @vitest-environment node
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Parts, rareToken } from '../../canary/parts.ts';
import { scanProfile } from '../../canary/scan-profile.ts';
import { Random } from '../../fuzz/page/random.ts';

/** Of the usual shape, with a letter and a digit in each run of five. */
const usual = Array.from({ length: 8 }, () => `${'abcdef'[Math.floor(Math.random() * 6)]}7d4`).join('');
const rare = rareToken();
const parts = new Parts([usual, rare]);

it('finds five characters of a rare token anywhere, and not four', () => {
  expect(rare).toMatch(/^([G-Z\d]{4}~){6}[G-Z\d]{2}$/);
  for (let start = 0; start + 5 <= rare.length; start += 1)
    expect(parts.in(`x${rare.slice(start, start + 5)}x`)).toBe(true);
  expect(parts.inWriting(`last 4: ${rare.slice(-4)}`)).toBe(false);
});

it('has hardly ever five characters in common with another rare token', () => {
  const others = Array.from({ length: 60 }, rareToken);
  expect(others.filter((other) => new Parts([rare]).in(other)).length).toBeLessThanOrEqual(1);
});

it('finds eight characters of a usual token anywhere, and five to seven that stand by themselves in writing', () => {
  expect(parts.in(`00${usual.slice(3, 11)}00`)).toBe(true);
  for (const length of [5, 6, 7]) {
    const part = usual.slice(4, 4 + length);
    expect(parts.inWriting(`{"part":"${part}"}`)).toBe(true);
    expect(parts.in(`{"part":"${part}"}`)).toBe(false);
    expect(parts.inWriting(`{"fingerprint":"${`00${part}0000`.slice(0, 8)}"}`), 'an id').toBe(false);
  }
  expect(parts.inWriting(`last 4: ${usual.slice(-4)}`)).toBe(false);
});

it('raises no alarm by chance: by ids, hashes, fingerprints and words, for many tokens', () => {
  const random = new Random(2026);
  const many = new Parts(Array.from({ length: 500 }, () => random.hex(32)));
  const written = Array.from({ length: 2000 }, () => {
    const uuid = [8, 4, 4, 4, 12].map((length) => random.hex(length)).join('-');
    const at = 1_795_000_000_000 + random.below(1_000_000_000);
    return JSON.stringify({ id: random.hex(32), fingerprint: random.hex(8), uuid, at, text: 'a decade was added' });
  });
  expect(written.filter((text) => many.inWriting(text))).toEqual([]);
});

it('takes twelve characters for a part where there are so many tokens that eight come by chance', () => {
  const random = new Random(2027);
  const all = Array.from({ length: 5 }, () => random.hex(32));
  const [first = ''] = all;
  const holds = (tokens: string[], length: number) => new Parts(tokens).in(`0x${first.slice(9, 9 + length)}-`);
  expect([holds(all.slice(0, 4), 8), holds(all, 11), holds(all, 12)]).toEqual([true, false, true]);
  expect(new Parts(all).inWriting(`"${first.slice(9, 18)}"`)).toBe(true);
});

let profile: string;
beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'canary-'));
});
afterEach(() => rm(profile, { recursive: true }));

/** A log of LevelDB with one record. */
function logOf(content: string): Buffer {
  const header = Buffer.alloc(7);
  header.writeUInt16LE(content.length, 4);
  header[6] = 1;
  return Buffer.concat([header, Buffer.from(content)]);
}

it('finds five characters where an extension stores, and there alone', async () => {
  for (const folder of ['Default/Local Extension Settings', 'Default/Other']) {
    await mkdir(join(profile, folder), { recursive: true });
    await writeFile(join(profile, folder, '000003.log'), logOf(`{"part":"${usual.slice(4, 9)}"}`));
  }
  expect(await scanProfile(profile, [usual])).toEqual([
    { file: 'Default/Local Extension Settings/000003.log', as: 'leveldb' },
  ]);
});

const ours = 'chrome-extension://abc/';

it('finds what Chromium has saved of our tabs, and leaves out what it has of others', async () => {
  await mkdir(join(profile, 'Sessions'));
  const command = (text: string) => {
    const size = Buffer.alloc(3, 6);
    size.writeUInt16LE(text.length * 2 + 1);
    return Buffer.concat([size, Buffer.from(text, 'latin1'), Buffer.alloc(text.length)]);
  };
  const header = Buffer.from('SNSS\x03\0\0\0');
  const write = (name: string, url: string) =>
    writeFile(join(profile, 'Sessions', name), Buffer.concat([header, command('other'), command(`${url} ${usual}`)]));
  await write('Session_1', `${ours}options.html`);
  await write('Session_2', 'https://www.snapengage.com/');
  expect(await scanProfile(profile, [usual], ours)).toEqual([{ file: 'Sessions/Session_1', as: 'session' }]);
});

it('finds what Firefox has saved of our tabs, and leaves out what it has of others', async () => {
  const saved = (url: string) => ({ entries: [{ url }], formdata: { url, id: { field: usual } } });
  const write = (name: string, url: string) =>
    writeFile(join(profile, name), JSON.stringify({ windows: [{ tabs: [saved('about:blank'), saved(url)] }] }));
  await write('sessionstore.jsonlz4', `${ours}options.html`);
  expect(await scanProfile(profile, [usual], ours)).toEqual([{ file: 'sessionstore.jsonlz4', as: 'session' }]);
  await write('sessionstore.jsonlz4', 'https://www.snapengage.com/');
  expect(await scanProfile(profile, [usual], ours)).toEqual([]);
});
