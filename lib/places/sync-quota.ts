/** How much `storage.sync` holds, and how it is counted. */

/**
 * QUOTA_BYTES, QUOTA_BYTES_PER_ITEM and MAX_ITEMS, the same in Chromium and Firefox
 * (developer.chrome.com/docs/extensions/reference/api/storage#property-sync, MDN: storage.sync).
 */
export const syncQuota = { bytes: 102_400, bytesPerItem: 8_192, items: 512 } as const;

/** Room that is left: bytes, and number of items. */
export interface Room {
  bytes: number;
  items: number;
}

const encoder = new TextEncoder();
/** Chromium writes `<` as `\u003C` before it counts (base/json/string_escape.cc). */
const bytesMoreForLessThan = 5;

/** What an item counts: the UTF-8 bytes of its key and of its value as JSON. `value` is something JSON can hold. */
export function itemBytes(key: string, value: unknown): number {
  const json = JSON.stringify(value);
  return encoder.encode(key + json).length + bytesMoreForLessThan * (json.split('<').length - 1);
}

/** The room that `items`, which stay as they are, leave of `room`; negative where there is less than none. */
export function roomBeside(items: Iterable<readonly [key: string, value: unknown]>, room: Room): Room {
  let { bytes, items: count } = room;
  for (const [key, value] of items) {
    bytes -= itemBytes(key, value);
    count -= 1;
  }
  return { bytes, items: count };
}
