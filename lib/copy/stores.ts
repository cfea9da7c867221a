/**
 * One command per secret store that takes the token from the clipboard. It holds no token. Copying the command puts it
 * on the clipboard in the token's place: paste it into the terminal, copy the token, and only then press Enter.
 */
import { type StoreId, type StoreNames, stores, type Taking } from './store-ways.ts';

/**
 * The command that writes the clipboard to standard output, and no line end with it: macOS has pbpaste; under Wayland
 * `wl-paste -n` (--no-newline, github.com/bugaevc/wl-clipboard); under X11 xclip; PowerShell's `-Raw` keeps it one
 * string (learn.microsoft.com/powershell/module/microsoft.powershell.management/get-clipboard).
 */
export const clipboardReaders = {
  macos: 'pbpaste',
  linuxWayland: 'wl-paste -n',
  linuxX11: 'xclip -selection clipboard -o',
  windows: 'Get-Clipboard -Raw',
} as const;
export type ClipboardSystem = keyof typeof clipboardReaders;

export const storeIds = Object.keys(stores) as readonly StoreId[];

/** The longest name, in UTF-16 units. */
const longestStoreName = 200;

/** A name that a tool takes for an option, a file or an address would do something else than name the secret. */
const free = /^(?!-|.*:\/\/)[^\p{C}\p{Zl}\p{Zp}"\\]+$/u;
const nameShapes = { variable: /^[A-Za-z_]\w*$/, secret: free, field: /^[\w.][\w .-]*$/, mount: free };
export type StoreNameKey = keyof typeof nameShapes;
const nameKeys = Object.keys(nameShapes) as readonly StoreNameKey[];

export type StoreCommand =
  | { ok: true; text: string; takes: Taking; tools: readonly string[] }
  /** These names are empty, too long, or hold what the store or the shell would misread. */
  | { ok: false; badNames: StoreNameKey[] };

/** The names that `store` asks for, with their defaults. */
export function namesOf(store: StoreId): Partial<StoreNames> {
  return stores[store].names;
}

/**
 * The command that puts what is on the clipboard of `system` into `store`, how the tool takes it and what has to be
 * installed; for a POSIX shell, and for PowerShell on Windows. `chosen` names stand in for the defaults; those that the
 * store does not ask for are not looked at. Fails with the names that cannot be used.
 */
export function storeCommand(store: StoreId, system: ClipboardSystem, chosen: Partial<StoreNames> = {}): StoreCommand {
  const asked: Partial<StoreNames> = stores[store].names;
  const keys = nameKeys.filter((key) => Object.hasOwn(asked, key));
  const names = { variable: '', secret: '', field: '', mount: '' };
  for (const key of keys) names[key] = (Object.hasOwn(chosen, key) ? chosen[key] : asked[key]) ?? '';

  const badNames = keys.filter((key) => names[key].length > longestStoreName || !nameShapes[key].test(names[key]));
  if (badNames.length > 0) return { ok: false, badNames };
  const way = stores[store][system === 'windows' ? 'powerShell' : 'sh'];
  return { ok: true, text: way.command(names, clipboardReaders[system]), takes: way.takes, tools: way.tools };
}
