/** What an attack is: one small file each below ../attacks, in the folder of its kind. */
import type { BrowserName } from '../../run/browsers.ts';
import type { Stage } from './stage.ts';

export interface Attack {
  /** What the attacker wants, in a sentence. */
  wants: string;
  /** Where it can be tried; default: in both browsers. */
  browsers?: readonly BrowserName[];
  /** Where it changes nothing, as the browser does not know what it works by, or does not let it. That it is so is looked at. */
  idleIn?: readonly BrowserName[];
  /**
   * Carries it out on a fresh stage. Gives what the attacker got, in a sentence without a character of a token; null:
   * nothing. Throws where it could not be carried out, which fails the campaign as well.
   */
  run(stage: Stage): Promise<string | null>;
}

/** Thrown by an attack after which nothing was otherwise than before: nobody would have been deceived, guarded or not. */
export class NoEffect extends Error {}
