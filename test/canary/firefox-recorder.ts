/**
 * Records in Firefox itself: each request as it is opened, with who asked for it, errors of all processes, and what is
 * said on any console, the background's included, which no driver shows. Written at once, so that a kill loses nothing.
 */
import type { Browser } from 'puppeteer-core';
import { inFirefoxItself } from '../faults/chrome-scope.ts';

/** Appends to `file` from now on. */
export async function startFirefoxRecorder(browser: Browser, file: string): Promise<void> {
  const sources = [recordAll, sayAll].map((script) => `(${script})`);
  await inFirefoxItself(browser, `${sources[0]}(${JSON.stringify(file)}, ${JSON.stringify(sources[1])})`);
}

/** Firefox's own objects, as far as they are used. */
interface Privileged {
  Cc: Record<string, { createInstance<T>(kind: unknown): T; getService<T>(kind: unknown): T }>;
  Ci: Record<string, unknown>;
  Services: {
    obs: { addObserver(observer: object, topic: string): void };
    console: { registerListener(listener: object): void };
    ppmm: {
      addMessageListener(name: string, listener: (message: { data: string }) => void): void;
      loadProcessScript(url: string, alsoLater: boolean): void;
    };
  };
}

interface Principal {
  originNoSuffix: string;
  isSystemPrincipal: boolean;
  contentScriptAddonPolicy: { mozExtensionHostname: string } | null;
}

interface Channel {
  QueryInterface(kind: unknown): Channel;
  URI: { spec: string };
  loadInfo: { triggeringPrincipal: Principal; externalContentPolicyType: number };
}

interface File {
  initWithPath(path: string): void;
}

interface Out {
  init(file: File, flags: number, mode: number, behaviour: number): void;
  write(bytes: string, length: number): void;
}

/** In the browser's own process. `inEach`: the script for each of the others. */
function recordAll(path: string, inEach: string): void {
  const { Cc, Ci, Services } = globalThis as never as Privileged;
  const file = Cc['@mozilla.org/file/local;1']?.createInstance<File>(Ci.nsIFile);
  const out = Cc['@mozilla.org/network/file-output-stream;1']?.createInstance<Out>(Ci.nsIFileOutputStream);
  if (!file || !out) throw new Error('Firefox offers no files.');
  file.initWithPath(path);
  const [writeOnly, create, append, ownersOnly] = [0x02, 0x08, 0x10, 0o600];
  out.init(file, writeOnly | create | append, ownersOnly, 0);
  const write = (entry: object) => {
    const bytes = String.fromCharCode(...new TextEncoder().encode(`${JSON.stringify(entry)}\n`));
    out.write(bytes, bytes.length);
  };
  const originOf = ({ contentScriptAddonPolicy, isSystemPrincipal, originNoSuffix }: Principal) => {
    if (contentScriptAddonPolicy) return `moz-extension://${contentScriptAddonPolicy.mozExtensionHostname}`;
    return isSystemPrincipal ? '' : originNoSuffix;
  };
  const documentType = 6;
  const observe = (subject: Channel) => {
    const { URI, loadInfo } = subject.QueryInterface(Ci.nsIHttpChannel);
    const isTab = loadInfo.externalContentPolicyType === documentType;
    write({ url: URI.spec, by: originOf(loadInfo.triggeringPrincipal), isTab });
  };
  Services.obs.addObserver({ observe }, 'http-on-opening-request');
  Services.console.registerListener({ observe: (message: object) => write({ said: String(message) }) });
  Services.ppmm.addMessageListener('token-desk:said', ({ data }) => write({ said: data }));
  Services.ppmm.loadProcessScript(
    `data:application/javascript;charset=utf-8,${encodeURIComponent(`${inEach}()`)}`,
    true,
  );
}

interface Said {
  wrappedJSObject: { level: string; filename: string; arguments: unknown[] };
}

interface Storage {
  addLogEventListener(listener: (said: Said) => void, principal: unknown): void;
}

/** There these are in scope, and not all of them in an object. */
declare const Cc: Privileged['Cc'];
declare const Ci: Privileged['Ci'];
declare function sendAsyncMessage(name: string, data: string): void;

/** In every process that has pages: passes on what is said on their consoles, whole. */
function sayAll(): void {
  const textOf = (value: unknown) => {
    if (typeof value === 'string') return value;
    try {
      return `${JSON.stringify(value)} ${String(value)}`;
    } catch {
      return '';
    }
  };
  const storage = Cc['@mozilla.org/consoleAPI-storage;1']?.getService<Storage>(Ci.nsIConsoleAPIStorage);
  const listener = ({ wrappedJSObject: { level, filename, arguments: all } }: Said) =>
    sendAsyncMessage('token-desk:said', [level, filename, ...Array.from(all, textOf)].join(' '));
  storage?.addLogEventListener(listener, Cc['@mozilla.org/systemprincipal;1']?.createInstance(Ci.nsIPrincipal));
}
