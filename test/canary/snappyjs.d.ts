/** The package brings no types of its own. */
declare module 'snappyjs' {
  /** Throws where `packed` is no snappy, or would unpack to more than `mostBytes`. */
  export function uncompress(packed: Uint8Array, mostBytes?: number): Uint8Array;
  export function compress(bytes: Uint8Array): Uint8Array;
}
