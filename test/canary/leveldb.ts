/**
 * LevelDB's files, read without LevelDB: it shows only what is current, and deleted values stay in its files for long.
 * Formats: https://github.com/google/leveldb/blob/main/doc/table_format.md and log_format.md.
 */
import { uncompress } from 'snappyjs';

const footerLength = 48;
const blockTypeSnappy = 1;
const logBlockLength = 32_768;
const logHeaderLength = 7;

interface Handle {
  offset: number;
  size: number;
}

/** The blocks of a table file (.ldb), unpacked; none where it has no footer, as one that was cut off. */
export function leveldbBlocks(file: Buffer): Buffer[] {
  if (file.length < footerLength) return [];
  const footer = file.subarray(file.length - footerLength);
  const [, afterMeta] = handleAt(footer, 0);
  const [index] = handleAt(footer, afterMeta);
  const indexBlock = blockAt(file, index);
  return indexBlock ? handlesIn(indexBlock).flatMap((handle) => blockAt(file, handle) ?? []) : [];
}

/** The records of a log file (.log), each put together from its pieces; a piece that is cut off ends its block. */
export function leveldbRecords(file: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  for (let block = 0; block < file.length; block += logBlockLength)
    pieces.push(...piecesOf(file.subarray(block, block + logBlockLength)));
  // All in one: a value that spans two pieces is whole in it.
  return pieces.length > 0 ? [Buffer.concat(pieces)] : [];
}

function piecesOf(block: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at + logHeaderLength <= block.length; ) {
    const length = block.readUInt16LE(at + 4);
    pieces.push(block.subarray(at + logHeaderLength, at + logHeaderLength + length));
    at += logHeaderLength + length;
  }
  return pieces;
}

/** Each entry of an index block ends with the handle of a block. */
function handlesIn(block: Buffer): Handle[] {
  const handles: Handle[] = [];
  const end = block.length - 4 - 4 * block.readUInt32LE(block.length - 4);
  for (let at = 0; at < end; ) {
    const [, afterShared] = varintAt(block, at);
    const [unshared, afterUnshared] = varintAt(block, afterShared);
    const [valueLength, start] = varintAt(block, afterUnshared);
    handles.push(handleAt(block, start + unshared)[0]);
    at = start + unshared + valueLength;
  }
  return handles;
}

function blockAt(file: Buffer, { offset, size }: Handle): Buffer | null {
  const packed = file.subarray(offset, offset + size);
  if (packed.length < size) return null;
  return file[offset + size] === blockTypeSnappy ? Buffer.from(uncompress(packed)) : packed;
}

function handleAt(bytes: Buffer, at: number): [Handle, number] {
  const [offset, afterOffset] = varintAt(bytes, at);
  const [size, afterSize] = varintAt(bytes, afterOffset);
  return [{ offset, size }, afterSize];
}

/** A number in groups of seven bits, the lowest first, and where it ends. */
function varintAt(bytes: Buffer, at: number): [number, number] {
  let value = 0;
  let next = at;
  for (let factor = 1; ; factor *= 128) {
    const byte = bytes[next] ?? 0;
    next += 1;
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) return [value, next];
  }
}
