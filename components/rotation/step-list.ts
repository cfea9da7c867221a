/** The steps of a rotation as the person sees them: each path has a list of its own. */
import type { Rotation } from '../../lib/rotation/rotation.ts';

export type StepName = 'prepare' | 'whatStops' | 'regenerate' | 'delete' | 'replace' | 'remove' | 'prove' | 'record';

/** The names of all steps of `rotation`, and which of them is the current one, counted from 0. */
export function stepList(rotation: Rotation): { names: StepName[]; current: number } {
  const names = [...before(rotation), ...after(rotation)];
  const current = namesByStage(rotation)[rotation.stage];
  return { names, current: Math.max(0, names.indexOf(current)) };
}

/** Whether no new token is to be given to the places: it was deleted, or is to be. */
function isRemoval({ path, downSince, to }: Rotation): boolean {
  return downSince === null ? path === 'delete' : to === null;
}

/** A change by hand has happened before the list begins; in an emergency there is no time for one. */
function before({ path }: Rotation): StepName[] {
  switch (path) {
    case 'planned':
      return ['prepare', 'regenerate'];
    case 'delete':
      return ['whatStops', 'delete'];
    case 'emergency':
      return ['regenerate'];
    case 'byHand':
      return [];
  }
}

/** What is asked of the places follows from the token there is now, however the rotation began. */
function after(rotation: Rotation): StepName[] {
  return isRemoval(rotation) ? ['remove', 'record'] : ['replace', 'prove', 'record'];
}

function namesByStage(rotation: Rotation): Record<Rotation['stage'], StepName> {
  const isDelete = rotation.path === 'delete';
  return {
    prepare: isDelete ? 'whatStops' : 'prepare',
    regenerate: isDelete ? 'delete' : 'regenerate',
    replace: isRemoval(rotation) ? 'remove' : 'replace',
    prove: 'prove',
    record: 'record',
    closed: 'record',
  };
}
