import { expect, it } from 'vitest';
import { stepList } from '../../../../components/rotation/step-list.ts';
import type { RotationEvent } from '../../../../lib/rotation/events.ts';
import type { Rotation } from '../../../../lib/rotation/rotation.ts';
import { begun, changed, done, goOn, lead, operate, recorded, replaced } from '../../lib/rotation/rotations.ts';

const whole = ['prepare', 'regenerate', 'replace', 'prove', 'record'];
const emergency = ['regenerate', 'replace', 'prove', 'record'];
const removal = ['whatStops', 'delete', 'remove', 'record'];

it.each<[string, Rotation['path'], RotationEvent[], string[], string]>([
  ['a planned one', 'planned', [], whole, 'prepare'],
  ['one whose operation is under way', 'planned', [operate], whole, 'regenerate'],
  ['one after the change', 'planned', [operate, done()], whole, 'replace'],
  ['one before its proof', 'planned', [...replaced, goOn], whole, 'prove'],
  ['one at its end', 'planned', recorded, whole, 'record'],
  ['an emergency', 'emergency', [], emergency, 'regenerate'],
  ['an emergency after the change', 'emergency', [operate, done()], emergency, 'replace'],
  ['a change by hand', 'byHand', [], ['replace', 'prove', 'record'], 'replace'],
  ['a delete', 'delete', [], removal, 'whatStops'],
  ['a delete under way', 'delete', [operate], removal, 'delete'],
  ['a delete after it', 'delete', [operate, done(null)], removal, 'remove'],
  [
    'a rotation whose token was deleted by others',
    'planned',
    [operate, done(), changed(null)],
    ['prepare', 'regenerate', 'remove', 'record'],
    'remove',
  ],
  [
    'a delete after which a token was generated',
    'delete',
    [operate, done(null), changed({ fingerprint: 'c'.repeat(8), lastFour: 'cccc' })],
    ['whatStops', 'delete', 'replace', 'prove', 'record'],
    'replace',
  ],
])('names the steps of %s', (_, path, moments, names, current) => {
  const steps = stepList(lead(begun(path), moments));
  expect(steps.names).toEqual(names);
  expect(steps.names[steps.current]).toBe(current);
});
