/** What an attack is: one small file each below ../attacks, in the folder of its kind. */
import type { BrowserName } from '../../run/browsers.ts';
import type { Stage } from './stage.ts';

export interface Attack {
  /** What the attacker wants, in a sentence. */
  wants: string;
  /** Where it can be tried; default: in both browsers. */
  browsers?: readonly BrowserName[];
  /**
   * Carries it out on a fresh stage. Gives what the attacker got, in a sentence without a character of a token; null:
   * nothing. Throws where it could not be carried out, which fails the campaign as well.
   */
  run(stage: Stage): Promise<string | null>;
}
