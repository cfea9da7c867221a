/** Counting what reached the server since a moment. */
import type { Counts } from '../../dashboard/server.ts';
import type { Desk } from '../support/desk.ts';
import type { Kind } from './stored.ts';

export type Tally = () => { received: Counts; applied: Counts; posts: number };

/** What the server has counted since now; `posts` are all of them, whatever they asked for. */
export function tally({ dashboard }: Desk): Tally {
  const now = () => ({
    received: { ...dashboard.counts.received },
    applied: { ...dashboard.counts.applied },
    posts: dashboard.requests.filter(({ method }) => method === 'POST').length,
  });
  const start = now();
  const minus = (a: Counts, b: Counts): Counts => ({
    generate: a.generate - b.generate,
    regenerate: a.regenerate - b.regenerate,
    delete: a.delete - b.delete,
  });
  return () => {
    const { received, applied, posts } = now();
    return {
      received: minus(received, start.received),
      applied: minus(applied, start.applied),
      posts: posts - start.posts,
    };
  };
}

/** What a tally gives where `kind` alone was asked for and applied so often, and nothing else was posted. */
export function only(kind: Kind, received = 1, applied = received): ReturnType<Tally> {
  const none = { generate: 0, regenerate: 0, delete: 0 };
  return { received: { ...none, [kind]: received }, applied: { ...none, [kind]: applied }, posts: received };
}
