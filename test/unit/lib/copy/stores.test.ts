import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type StoreId, stores } from '../../../../lib/copy/store-ways.ts';
import {
  type ClipboardSystem,
  clipboardReaders,
  namesOf,
  storeCommand,
  storeIds,
} from '../../../../lib/copy/stores.ts';

const token = [...'0123456789abcdef'].map((char) => `${char}'"$\\ü`).join('');
const posixSystems = (Object.keys(clipboardReaders) as ClipboardSystem[]).filter((system) => system !== 'windows');

/** Stands for the tools: each writes down its arguments; what it would store goes into `value`. */
const printClipboard = 'printf %s "$CLIPBOARD"';
const store = 'cat > "$DESK/value"';
const tools: Record<string, string> = {
  pbpaste: printClipboard,
  'wl-paste': `[ "$*" = -n ] && ${printClipboard}`,
  xclip: `[ "$*" = '-selection clipboard -o' ] && ${printClipboard}`,
  gh: store,
  // The API answers with the variable, its value in it.
  glab: `tee "$DESK/value"`,
  vault: store,
  doppler: store,
  aws: `for last; do :; done; cat "\${last#file://}" > "$DESK/value"`,
  kubectl: `case "$1" in create) cat /dev/stdin;; apply) ${store};; esac`,
};

let desk = '';

beforeAll(() => {
  desk = mkdtempSync(join(tmpdir(), 'stores-'));
  for (const [name, script] of Object.entries(tools)) {
    writeFileSync(join(desk, name), `#!/bin/sh\nprintf '%s\\n' "$@" >> "$DESK/arguments"\n${script}\n`);
    chmodSync(join(desk, name), 0o755);
  }
});
afterAll(() => rmSync(desk, { recursive: true }));

/** Runs the command in a real shell: what was stored, the arguments that any tool was given, and what was shown. */
function run(command: string): { value: string; seen: string; shown: string } {
  for (const name of ['arguments', 'value']) writeFileSync(join(desk, name), '');
  const env = { PATH: `${desk}:${process.env.PATH}`, DESK: desk, CLIPBOARD: token };
  const shown = execFileSync('sh', ['-c', command], { env, encoding: 'utf8', stdio: 'pipe' });
  const read = (name: string) => readFileSync(join(desk, name), 'utf8');
  return { value: read('value'), seen: read('arguments'), shown };
}

function textOf(id: StoreId, system: ClipboardSystem, names = {}): string {
  const command = storeCommand(id, system, names);
  if (!command.ok) throw new Error(command.badNames.join());
  return command.text;
}

const withoutJq = storeIds.filter((id) => !(stores[id].sh.tools as readonly string[]).includes('jq'));

it.each(posixSystems.flatMap((system) => withoutJq.map((id) => [id, system] as const)))(
  'stores just the token in %s from the clipboard of %s, and shows it to nobody',
  (id, system) => {
    const { value, seen, shown } = run(textOf(id, system));
    expect(value).toBe(token);
    expect(seen).not.toContain(token.slice(0, 8));
    expect(shown).not.toContain(token.slice(0, 8));
  },
);

// A stand-in for jq would prove nothing of a filter written in its language; what can be seen is where the token goes.
it('hands the token to 1Password by standard input alone, as a part of the item', () => {
  const text = textOf('onePassword', 'macos', { secret: 'Ours', field: 'api key' });
  expect(text).toMatch(/^\{ op item get 'Ours' --reveal --format json; pbpaste \| jq -Rs \.; \} \| jq -s /);
  expect(text).toContain(" --arg field 'api key' ");
  expect(text).toMatch(/ \| op item edit 'Ours'$/);
});

it.each(storeIds)('reads the clipboard once for %s in PowerShell, in no argument of a program', (id) => {
  const text = textOf(id, 'windows');
  expect(text.split('Get-Clipboard -Raw')).toHaveLength(2);
  if (stores[id].powerShell.takes === 'stdin') expect(text).toContain('; Get-Clipboard -Raw | ');
});

it.each([
  ['vault', 'macos', { secret: "a'b; c", field: 'k' }, "vault kv patch '-mount=secret' 'a'\\''b; c' 'k=-'"],
  ['vault', 'windows', { secret: 'a’b' }, "vault kv patch '-mount=secret' 'a’’b' -"],
  ['aws', 'linuxX11', { secret: '$(id)' }, "--secret-id '$(id)' --secret-string file:///dev/stdin"],
  ['github', 'macos', { variable: 'OTHER', secret: '-not-asked-for' }, "gh secret set 'OTHER'"],
] as const)('quotes the names for %s on %s', (id, system, names, part) => {
  expect(textOf(id, system, names)).toContain(part);
});

it.each([
  ['github', { variable: '' }, ['variable']],
  ['github', { variable: 'A B' }, ['variable']],
  ['gitlab', { variable: '../members' }, ['variable']],
  ['aws', { secret: '--help' }, ['secret']],
  ['aws', { secret: 'file:///etc/hosts' }, ['secret']],
  ['aws', { secret: 'a\nb' }, ['secret']],
  ['aws', { secret: 'x'.repeat(201) }, ['secret']],
  ['vault', { mount: '-x', field: 'a=b' }, ['field', 'mount']],
  ['onePassword', { secret: 'a"b' }, ['secret']],
] as const)('refuses names for %s that would not name it: %j', (id, names, badNames) => {
  expect(storeCommand(id, 'macos', names)).toEqual({ ok: false, badNames });
});

it('asks each store only for the names it has', () => {
  expect(Object.keys(namesOf('doppler'))).toEqual(['variable']);
  expect(storeCommand('doppler', 'macos')).toMatchObject({ takes: 'stdin', tools: ['doppler'] });
  expect(storeCommand('aws', 'macos')).toMatchObject({ takes: 'stdinFile' });
  expect(storeCommand('aws', 'windows')).toMatchObject({ takes: 'cmdlet' });
});
