/**
 * Each test file gets modules of its own, in one worker for all: a new worker for each takes ten times as long. Of what
 * is drawn at random, fewer draws: they may notice less, never more.
 */
import fc from 'fast-check';
import { vi } from 'vitest';

vi.resetModules();
fc.configureGlobal({ numRuns: 20 });
