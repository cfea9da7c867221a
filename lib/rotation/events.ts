/** What may happen to a rotation, and the closed list of why it is refused. Both are plain values. */
import type { CheckVerdict } from '../check/verdict.ts';
import type { Place } from '../places/place.ts';
import type { TokenMark } from '../state/schemas.ts';
import type { Moment, Rotation } from './rotation.ts';

/** What a rotation takes from a place. */
export type PlaceGlance = Pick<Place, 'id' | 'name' | 'api' | 'archived'>;

export type ItemEvent =
  /** The place has the new token or, where the token was deleted, is rid of the old one. */
  | { type: 'tick'; place: string }
  | { type: 'untick'; place: string }
  | { type: 'skip'; place: string; reason: string }
  | { type: 'unskip'; place: string };

export type ChangeEvent =
  /** The person confirmed an operation; `wish` is the id made for that confirm. Stored before the intent is armed. */
  | { type: 'operate'; wish: string }
  /** Its outcome. `mark` is the token afterwards (null: none), `at` the moment the server had confirmed it. */
  | ({ type: 'done'; wish: string; mark: TokenMark | null } & Moment)
  | { type: 'notDone'; wish: string }
  | { type: 'unknown'; wish: string }
  /** The token is another one, by no operation of this rotation. */
  | ({ type: 'changed'; to: TokenMark | null } & Moment);

export type ProofEvent = {
  type: 'proved';
  which: 'new' | 'old';
  fingerprint: string;
  verdict: CheckVerdict;
  /** `changesOf(rotation).length` when the check was asked for: an answer may come after the next change. */
  change: number;
};

export type StageEvent =
  /** The person goes to the next step, or back to the one before. */
  { type: 'goOn' } | { type: 'goBack' } | { type: 'close'; as: 'completed' | 'unproven' } | { type: 'abandon' };

export type RotationEvent =
  | { type: 'note'; reason: string }
  /** The account's whole list of places, as it is now. */
  | { type: 'places'; places: readonly PlaceGlance[] }
  | ItemEvent
  | ChangeEvent
  | ProofEvent
  | StageEvent;

export type RefusalCode =
  /** The rotation is closed: it is a record, and never changes again. */
  | 'closed'
  /** The account has an open rotation already. */
  | 'alreadyOpen'
  /** There was no token, or it is still the same: nothing to replace. */
  | 'nothingReplaced'
  /** Not in this stage. */
  | 'wrongStage'
  /** The place is not in the rotation. */
  | 'unknownPlace'
  /** The place is not in the state that the event starts from: ticked twice, for one. */
  | 'notOpen'
  | 'notTicked'
  | 'notSkipped'
  /** An operation is waited for: its outcome comes first. */
  | 'operationOpen'
  /** An outcome of a wish that this rotation does not wait for. */
  | 'otherOperation'
  /** A change to the token that is the current one already. */
  | 'sameToken'
  /** A proof of a token that is neither the new nor the old one of this rotation. */
  | 'otherToken'
  /** A proof asked for before the token changed. */
  | 'outdated'
  /** Some places are neither ticked nor skipped. */
  | 'placesOpen'
  /** It cannot be closed as completed: the proof is missing, says otherwise, or cannot tell. */
  | 'notProven'
  /** It cannot be closed as unproven: it is proven. */
  | 'proven'
  /** The reason of a note or a skip: none was given, it is too long, has invisible characters, or holds a token. */
  | 'reasonMissing'
  | 'reasonTooLong'
  | 'reasonNotPlain'
  | 'reasonLooksLikeASecret'
  /** What came of it could not be stored: a time, an id or a name is not as the schema wants it. */
  | 'invalid';

/** An event that changed nothing. */
export interface Refusal {
  refused: RefusalCode;
}
export type Step = Rotation | Refusal;

/** Whether a step was refused. */
export function isRefused(step: Step): step is Refusal {
  return 'refused' in step;
}

/** The refusal with `code`. */
export function refuse(code: RefusalCode): Refusal {
  return { refused: code };
}
