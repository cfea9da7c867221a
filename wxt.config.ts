/** What is built, and all that the extension asks of the browser. */
import type { Plugin } from 'vite';
import { defineConfig, type UserManifest } from 'wxt';

const www = 'https://www.snapengage.com';
const eu = 'https://eu.snapengage.com';

/** Nothing may run, be framed or be fetched but our own files and SnapEngage's API; strings never become markup. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  `connect-src ${www} ${eu}`,
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** In `npm run dev` pages load their modules and their reload signal from the dev server; WXT adds its address. */
const devContentSecurityPolicy = "script-src 'self'; object-src 'self'";

const chromium: UserManifest = {
  // The newest thing we lean on is light-dark() in CSS (123); before it come alarms of 30 s (120), tabs.sendMessage by
  // documentId (106), Element.checkVisibility (105), storage.session (102) and ClipboardItem of a promise (97).
  minimum_chrome_version: '123',
  // Without this key any other extension may send us messages.
  externally_connectable: { ids: [] },
};

const firefox: UserManifest = {
  browser_specific_settings: {
    gecko: {
      id: 'token-desk@snapengage.tokendesk',
      // The first version with data_collection_permissions, and an ESR.
      strict_min_version: '140.0',
      // Check sends the token to SnapEngage itself: asked for before the first Check, never at install.
      data_collection_permissions: { required: ['none'], optional: ['authenticationInfo'] },
    },
    // The same key came to Firefox for Android two versions later.
    gecko_android: { strict_min_version: '142.0' },
  },
};

/** The manifest for one browser. Permissions are final: a later one would disable the extension for everyone. */
function manifestFor(browser: string, command: string): UserManifest {
  const isFirefox = browser === 'firefox';
  return {
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    incognito: 'not_allowed',
    permissions: ['storage', 'alarms', 'scripting', ...(isFirefox ? [] : ['offscreen'])],
    host_permissions: [`${www}/*`],
    optional_permissions: ['clipboardRead', 'clipboardWrite', 'notifications'],
    optional_host_permissions: [`${eu}/*`],
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+K' } } },
    content_security_policy: {
      extension_pages: command === 'serve' ? devContentSecurityPolicy : contentSecurityPolicy,
    },
    // By hand, as an unlisted script: the context that WXT gives to its content scripts announces itself to the page
    // by a DOM event with our id in its name, and a page that forges that event switches the script off.
    content_scripts: [{ matches: [`${www}/*`], js: ['dashboard.js'], run_at: 'document_idle' }],
    ...(isFirefox ? firefox : chromium),
  } as UserManifest;
}

const innerHtmlBranch =
  /\(\w+\|\|\w+&&\(\w+\.__html==\w+\.__html\|\|\w+\.__html==\w+\.innerHTML\)\|\|\(\w+\.innerHTML=\w+\.__html\),(\w+)\.__k=\[\]\)/;

/**
 * Takes the one assignment to innerHTML out of Preact: no component of ours may use dangerouslySetInnerHTML, Trusted
 * Types would stop it, and stores' reviewers need not wonder about it. Throws when Preact's build looks different.
 */
function preactWithoutInnerHtml(): Plugin {
  return {
    name: 'preact-without-inner-html',
    enforce: 'pre',
    apply: 'build',
    transform: {
      filter: { id: /\/preact\/dist\/preact\.mjs$/ },
      handler(code) {
        const stripped = code.replace(innerHtmlBranch, '($1.__k=[])');
        if (stripped.includes('innerHTML=')) throw new Error('Preact assigns innerHTML in a way not known here.');
        return { code: stripped, map: null };
      },
    },
  };
}

/** The namespaces this extension calls; what the polyfill knows of all others is left out. */
const usedNamespaces = new Set(['alarms', 'notifications', 'permissions', 'runtime', 'storage', 'tabs', 'windows']);

/**
 * Every dashboard page loads the polyfill. For Firefox it is what it would give there anyhow, the browser's own API; for
 * Chromium its table of API methods keeps the namespaces we use. Throws when the polyfill's build looks different.
 */
function polyfillOfWhatWeUse(browser: string): Plugin {
  return {
    name: 'polyfill-of-what-we-use',
    enforce: 'pre',
    apply: 'build',
    transform: {
      filter: { id: /\/webextension-polyfill\/dist\/browser-polyfill\.js$/ },
      handler(code) {
        if (browser === 'firefox') return { code: 'module.exports = globalThis.browser;', map: null };
        const [whole, table] = /const apiMetadata = (\{.*?\n {6}\});/s.exec(code) ?? [];
        if (!whole || !table) throw new Error('The polyfill lists its API in a way not known here.');
        const metadata: Record<string, unknown> = JSON.parse(table);
        const used = Object.entries(metadata).filter(([namespace]) => usedNamespaces.has(namespace));
        return { code: code.replace(table, () => JSON.stringify(Object.fromEntries(used))), map: null };
      },
    },
  };
}

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser, command }) => manifestFor(browser, command),
  // Tests and `npm run dev` open a browser of their own (test/run/browsers.ts).
  webExt: { disabled: true },
  hooks: {
    'build:manifestGenerated': (_, manifest) => {
      // WXT puts the popup's <title> here, which is not translated.
      if (manifest.action) manifest.action.default_title = '__MSG_actionTitle__';
    },
  },
  vite: ({ browser }) => ({
    plugins: [preactWithoutInnerHtml(), polyfillOfWhatWeUse(browser)],
    // The polyfill for modulepreload is for browsers older than ours, and it would fetch what the CSP forbids.
    build: { target: ['chrome123', 'firefox140'], modulePreload: false },
  }),
});
