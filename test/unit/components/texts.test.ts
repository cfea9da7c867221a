import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { failureCodes, unreadableReasons } from '../../../lib/failures.ts';
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };

const keys = Object.keys(messages);
const root = join(import.meta.dirname, '../../..');
const sources = ['components', 'entrypoints', 'lib', 'wxt.config.ts']
  .flatMap((path) =>
    path.includes('.')
      ? [path]
      : readdirSync(join(root, path), { recursive: true, encoding: 'utf8' }).map((file) => join(path, file)),
  )
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n');

/** `t('key')` as written, and `t(`a_${x}`)` as a pattern. Compiling checks that they exist. */
const literal = new Set([...sources.matchAll(/'([a-z]\w*)'/gi)].map(([, key]) => key));
const patterns = [...sources.matchAll(/`(\w*(?:\$\{[^`}]*\}\w*)+)`/g)].map(
  ([, template = '']) => new RegExp(`^${template.replace(/\$\{[^}]*\}/g, '\\w+')}$`),
);

it.each(failureCodes)('has a sentence for the failure %s', (code) => {
  expect(keys).toContain(`failure_${code}`);
});

it.each(unreadableReasons)('has a sentence for the reason %s', (reason) => {
  expect(keys).toContain(`unreadable_${reason}`);
});

it.each(keys)('uses %s', (key) => {
  const used = literal.has(key) || sources.includes(`__MSG_${key}__`) || patterns.some((each) => each.test(key));
  expect(used).toBe(true);
});

it.each(Object.entries(messages))('%s is calm and complete', (_, { message }) => {
  expect(message.trim()).toBe(message);
  expect(message).not.toBe('');
  expect(message).not.toContain('!');
});
