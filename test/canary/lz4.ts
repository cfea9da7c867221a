/** LZ4 blocks, as Firefox packs its .jsonlz4 files (https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md). */

/** What `packed` unpacks to, `size` bytes at most; what is cut off ends early. */
export function lz4(packed: Buffer, size: number): Buffer {
  const out = Buffer.alloc(size);
  let from = 0;
  let to = 0;
  const lengthOf = (nibble: number): number => {
    let length = nibble;
    for (let more = nibble === 15 ? 255 : 0; more === 255; length += more) more = packed[from++] ?? 0;
    return length;
  };
  while (from < packed.length && to < size) {
    const token = packed[from++] ?? 0;
    const literals = lengthOf(token >> 4);
    packed.copy(out, to, from, from + literals);
    from += literals;
    to += literals;
    if (from + 1 >= packed.length) break;
    const back = packed.readUInt16LE(from);
    from += 2;
    const matched = lengthOf(token & 15) + 4;
    // Byte by byte: what is copied may overlap what it is copied to.
    for (let n = 0; n < matched && to < size; n += 1, to += 1) out[to] = out[to - back] ?? 0;
  }
  return out.subarray(0, to);
}
