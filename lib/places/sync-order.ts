/** The order of places in `storage.sync`: its ids end to end, in as many items as it takes. */
import * as z from 'zod/mini';
import type { PlaceOrder } from './merge.ts';
import { latestTime } from './place.ts';

const oneId = /[0-9a-f]{32}/g;
/** 7,680 characters, which leaves 512 bytes of an item for its key and the rest. */
const idsPerChunk = 240;
const mostChunks = 100;

const chunkSchema = z.strictObject({
  updatedAt: z.int().check(z.nonnegative(), z.maximum(latestTime)),
  of: z.int().check(z.minimum(1), z.maximum(mostChunks)),
  ids: z.string().check(z.regex(/^(?:[0-9a-f]{32})*$/)),
});
type Chunk = z.infer<typeof chunkSchema>;

/** The values of the items that hold `order`, the first first; none for an order that nobody ever gave. */
export function orderChunks({ ids, updatedAt }: PlaceOrder): Chunk[] {
  if (updatedAt === 0) return [];
  const of = Math.max(1, Math.ceil(ids.length / idsPerChunk));
  return Array.from({ length: of }, (_, at) => ({
    updatedAt,
    of,
    ids: ids.slice(at * idsPerChunk, (at + 1) * idsPerChunk).join(''),
  }));
}

/** A stored value as chunk `number`, or null where it is none that this version knows. */
export function readChunk(number: string, value: unknown): Chunk | null {
  const parsed = chunkSchema.safeParse(value);
  return parsed.success && /^(?:0|[1-9]\d?)$/.test(number) ? parsed.data : null;
}

/**
 * The order that `chunks` (by their number) hold together, and since when the newest of them is (epoch ms; 0: there are
 * none). Null where some are missing or of another order: the browser may bring the items over one by one.
 */
export function joinChunks(chunks: ReadonlyMap<number, Chunk>): { order: PlaceOrder | null; newest: number } {
  const [first] = [...chunks.values()].sort((a, b) => b.updatedAt - a.updatedAt);
  if (!first) return { order: null, newest: 0 };
  const { updatedAt, of } = first;
  const parts = Array.from({ length: of }, (_, at) => chunks.get(at));
  const whole = parts.flatMap((part) => (part?.updatedAt === updatedAt && part.of === of ? part.ids : []));
  if (whole.length < of) return { order: null, newest: updatedAt };
  return { order: { ids: [...new Set(whole.join('').match(oneId))], updatedAt }, newest: updatedAt };
}
