import { describe, expect, it, vi } from 'vitest';
import { recordLabels } from '../../../components/record-labels.ts';
import { wordFor } from '../../../lib/record/labels.ts';
import { templates } from '../../gallery/options-states.ts';
import { oneOfEach } from '../lib/record/entries.ts';

vi.mock('../../../lib/native.ts', () => import('../../gallery/texts.ts'));

const labels = recordLabels(templates);

describe('the words of a record', () => {
  it.each(Object.entries(labels))('are there: %s', (_, label: string | Record<string, string>) => {
    const words = typeof label === 'string' ? [label] : Object.values(label);
    expect(words.length).toBeGreaterThan(0);
    for (const word of words) expect(word).toMatch(/\S/);
  });

  it.each(oneOfEach)('name what happened: $kind', ({ kind }) => {
    expect(wordFor(labels.events, kind)).not.toBe(kind);
  });

  it('name own formats as the person does, and one that is gone by its id', () => {
    expect(wordFor(labels.formats, `template:${templates[0]?.id}`)).toBe(templates[0]?.name);
    expect(wordFor(labels.formats, 'template:gone')).toBe('template:gone');
    expect(wordFor(recordLabels().formats, 'env')).not.toBe('env');
  });
});
