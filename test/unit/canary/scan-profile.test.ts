// @vitest-environment node
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import { compress } from 'snappyjs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { scanProfile } from '../../canary/scan-profile.ts';

const token = randomBytes(16).toString('hex');
let profile: string;
beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'canary-'));
});
afterEach(() => rm(profile, { recursive: true }));

/** With an end at both sides that goes on no part: base64 may begin with the very character that comes next. */
const noise = `-${randomBytes(400).toString('base64')}-`;
const around = (text: string) => Buffer.from(`${noise}${text}${noise}`);
const scan = () => scanProfile(profile, [token]);

it.each([
  ['as it is', around(token)],
  ['in part', around(token.slice(7, 15))],
  ['in two bytes per character', Buffer.from(`x${token}`, 'utf16le')],
])('finds a token %s', async (_, content) => {
  await writeFile(join(profile, 'any'), content);
  expect(await scan()).toEqual([{ file: 'any', as: 'raw' }]);
});

it('finds none where there is none, nor by a few characters in a row', async () => {
  await writeFile(join(profile, 'any'), around(`${token.slice(0, 7)} ${token.slice(9, 16)}`));
  expect(await scan()).toEqual([]);
});

it('leaves out what a browser keeps of the pages themselves, and no more than that', async () => {
  await mkdir(join(profile, 'Default/Sessions'), { recursive: true });
  await mkdir(join(profile, 'Default/Local Extension Settings'), { recursive: true });
  await writeFile(join(profile, 'Default/Sessions/Tabs_1'), token);
  await writeFile(join(profile, 'Default/Local Extension Settings/MANIFEST'), token);
  expect(await scan()).toEqual([{ file: 'Default/Local Extension Settings/MANIFEST', as: 'raw' }]);
});

it('leaves out the pages of the dashboard that Firefox has cached, and no other', async () => {
  const cached = (address: string) =>
    Buffer.concat([around(token), Buffer.from(`:https://www.snapengage.com${address}\0`)]);
  await mkdir(join(profile, 'cache2/entries'), { recursive: true });
  await writeFile(join(profile, 'cache2/entries/A1'), cached('/app/account/api/token'));
  await mkdir(join(profile, 'cache2/doomed'));
  await writeFile(join(profile, 'cache2/doomed/17'), cached('/app/account/api/token'));
  // Where Firefox puts the cache after a crash, until it has time to delete it.
  await mkdir(join(profile, 'cache2/trash17'));
  await writeFile(join(profile, 'cache2/trash17/3'), cached('/app/account/api/token'));
  // One that was ended before its address was written.
  await writeFile(join(profile, 'cache2/entries/A2'), around(token));
  await writeFile(join(profile, 'cache2/entries/B2'), cached('/api/v1/chat/1'));
  expect(await scan()).toEqual([{ file: 'cache2/entries/B2', as: 'raw' }]);
});

it('finds a token in a zipped file', async () => {
  await writeFile(join(profile, 'any.gz'), gzipSync(around(token)));
  expect(await scan()).toEqual([{ file: 'any.gz', as: 'gzip' }]);
});

it('finds a token that a log of LevelDB has cut in two', async () => {
  const record = (type: number, content: string) => {
    const header = Buffer.alloc(7);
    header.writeUInt16LE(content.length, 4);
    header[6] = type;
    return Buffer.concat([header, Buffer.from(content)]);
  };
  const halves = [record(2, token.slice(0, 7)), record(4, token.slice(7, 14))];
  await writeFile(join(profile, '000003.log'), Buffer.concat(halves));
  expect(await scan()).toEqual([{ file: '000003.log', as: 'leveldb' }]);
});

it('finds a token in a packed table of LevelDB', async () => {
  await writeFile(join(profile, '000005.ldb'), tableWith(around(token)));
  expect((await scan()).map(({ as }) => as)).toContain('leveldb');
});

it('finds a token in a database, and in a value that is packed there', async () => {
  const database = new DatabaseSync(join(profile, 'any.sqlite'));
  database.exec('CREATE TABLE object_data (data BLOB)');
  const insert = database.prepare('INSERT INTO object_data VALUES (?)');
  insert.run(new Uint8Array(compress(around(token))));
  database.close();
  expect((await scan()).map(({ as }) => as)).toContain('snappy');
});

it('comes to an end with what looks like a long literal of snappy that goes back', { timeout: 5_000 }, async () => {
  const database = new DatabaseSync(join(profile, 'any.sqlite'));
  database.exec('create table stored (value blob)');
  database.prepare('insert into stored values (?)').run(Buffer.from([5, 0xfc, 0xfa, 0xff, 0xff, 0xff]));
  database.close();
  expect(await scan()).toEqual([]);
});

it('finds a token in a file that Firefox has packed', async () => {
  // One sequence of literals alone: its length in steps of 255.
  const content = around(token);
  const rest = content.length - 15;
  const lengths = [...Array.from({ length: Math.floor(rest / 255) }, () => 255), rest % 255];
  const head = Buffer.concat([Buffer.from('mozLz40\0'), Buffer.alloc(4)]);
  head.writeUInt32LE(content.length, 8);
  await writeFile(join(profile, 'any.jsonlz4'), Buffer.concat([head, Buffer.from([0xf0, ...lengths]), content]));
  expect((await scan()).map(({ as }) => as)).toContain('lz4');
});

/** A table of one packed data block, with an index and a footer. */
function tableWith(content: Buffer): Buffer {
  const data = Buffer.from(compress(content));
  const handle = (offset: number, size: number) => Buffer.from([...varint(offset), ...varint(size)]);
  const value = handle(0, data.length);
  const entry = Buffer.concat([Buffer.from([0, 1, value.length]), Buffer.from('k'), value]);
  const index = Buffer.concat([entry, Buffer.alloc(4), Buffer.from([1, 0, 0, 0])]);
  const trailer = (type: number) => Buffer.from([type, 0, 0, 0, 0]);
  const footer = Buffer.alloc(48);
  const indexAt = data.length + 5;
  Buffer.concat([handle(0, 0), handle(indexAt, index.length)]).copy(footer);
  return Buffer.concat([data, trailer(1), index, trailer(0), footer]);
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(Math.floor(value / 128))];
}
