/** What a file of a browser's profile says, in each of the forms that browsers pack things in. */
import { gunzipSync } from 'node:zlib';
import { uncompress } from 'snappyjs';
import { leveldbBlocks, leveldbRecords } from './leveldb.ts';
import { lz4 } from './lz4.ts';
import { sqliteValues } from './sqlite.ts';

export interface Decoding {
  as: 'raw' | 'leveldb' | 'sqlite' | 'snappy' | 'lz4' | 'gzip';
  content: Buffer;
}

/** Larger than any value that an extension of ours stores, in bytes: what claims more when unpacked is not of that kind. */
const largest = 64 * 1024 * 1024;
/** The most that snappy can make of one byte: its best element packs 64 bytes into 3. */
const snappyRatio = 22;

/** The contents of the file at `path`, which holds `bytes`: as they are, and unpacked where that can be done. */
export function decodingsOf(path: string, bytes: Buffer): Decoding[] {
  const found: Decoding[] = [{ as: 'raw', content: bytes }];
  const add = (as: Decoding['as'], contents: Buffer[]) => found.push(...contents.map((content) => ({ as, content })));
  if (/\.(ldb|sst)$/.test(path)) add('leveldb', leveldbBlocks(bytes));
  if (/\.log$/.test(path)) add('leveldb', leveldbRecords(bytes));
  if (bytes.subarray(0, 15).toString('latin1') === 'SQLite format 3') {
    for (const value of sqliteValues(path)) {
      const unpacked = unsnapped(value);
      // Packed, it is no more what was written than the file is.
      add(unpacked.length > 0 ? 'raw' : 'sqlite', [value]);
      add('snappy', unpacked);
    }
  }
  if (bytes.subarray(0, 7).toString('latin1') === 'mozLz40')
    add('lz4', [lz4(bytes.subarray(12), bytes.readUInt32LE(8))]);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) add('gzip', unzipped(bytes));
  return found;
}

/**
 * What `bytes` unpack to if they are snappy, as values of Firefox's IndexedDB are; else nothing. What claims to hold more
 * than snappy can is refused before room is made for it: a profile of Chromium's has many values that would claim megabytes.
 */
function unsnapped(bytes: Buffer): Buffer[] {
  try {
    if (!isSnappy(bytes)) return [];
    return [Buffer.from(uncompress(bytes, Math.min(largest, bytes.length * snappyRatio)))];
  } catch {
    return [];
  }
}

/**
 * Whether the elements of `bytes` follow each other to the very end. The library takes the length of a long literal for a
 * negative number, goes back, and never comes to an end with what is no snappy. Format:
 * https://github.com/google/snappy/blob/main/format_description.txt
 */
function isSnappy(bytes: Buffer): boolean {
  let at = bytes.findIndex((byte) => byte < 0x80) + 1;
  while (at > 0 && at < bytes.length) at += elementLength(bytes, at);
  return at > 0 && at === bytes.length;
}

/** The bytes that the element at `at` takes; throws where its length is cut off. */
function elementLength(bytes: Buffer, at: number): number {
  const tag = bytes.readUInt8(at);
  const copy = [0, 2, 3, 5][tag & 3];
  if (copy) return copy;
  const length = tag >> 2;
  if (length < 60) return 2 + length;
  const width = length - 59;
  return 2 + width + bytes.readUIntLE(at + 1, width);
}

function unzipped(bytes: Buffer): Buffer[] {
  try {
    return [gunzipSync(bytes)];
  } catch {
    return [];
  }
}
