/** What the built manifests must say, written down a second time on purpose: a change has to be made in both places. */
import { isDeepStrictEqual } from 'node:util';

export type Build = 'chrome-mv3' | 'firefox-mv3';
export type Manifest = Record<string, unknown>;

const common: Manifest = {
  manifest_version: 3,
  name: '__MSG_extName__',
  description: '__MSG_extDescription__',
  default_locale: 'en',
  incognito: 'not_allowed',
  host_permissions: ['https://www.snapengage.com/*'],
  optional_permissions: ['clipboardRead', 'clipboardWrite', 'notifications'],
  optional_host_permissions: ['https://eu.snapengage.com/*'],
  action: { default_title: '__MSG_actionTitle__', default_popup: 'popup.html' },
  commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+K' } } },
  content_scripts: [{ matches: ['https://www.snapengage.com/*'], js: ['dashboard.js'], run_at: 'document_idle' }],
  content_security_policy: {
    extension_pages:
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " +
      'connect-src https://www.snapengage.com https://eu.snapengage.com; ' +
      "frame-ancestors 'none'; base-uri 'none'; form-action 'none'; " +
      "require-trusted-types-for 'script'; trusted-types 'none'",
  },
};

const expected: Record<Build, Manifest> = {
  'chrome-mv3': {
    ...common,
    permissions: ['storage', 'alarms', 'scripting', 'offscreen'],
    externally_connectable: { ids: [] },
    minimum_chrome_version: '123',
  },
  'firefox-mv3': {
    ...common,
    permissions: ['storage', 'alarms', 'scripting'],
    browser_specific_settings: {
      gecko: {
        id: 'token-desk@snapengage.tokendesk',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'], optional: ['authenticationInfo'] },
      },
      gecko_android: { strict_min_version: '142.0' },
    },
  },
};

/** Keys whose content may be anything, because it gives no power. */
const free = ['version', 'icons', 'background', 'options_ui'];

/** One sentence for each way in which a built manifest differs from what it must say; none when it is right. */
export function manifestFaults(build: Build, manifest: Manifest): string[] {
  const wanted = expected[build];
  const wrong = Object.keys(wanted).filter((key) => !isDeepStrictEqual(manifest[key], wanted[key]));
  const extra = Object.keys(manifest).filter((key) => !(key in wanted || free.includes(key)));
  return [
    ...wrong.map((key) => `${build}: ${key} is ${JSON.stringify(manifest[key])}, not ${JSON.stringify(wanted[key])}`),
    ...extra.map((key) => `${build}: ${key} must not be there`),
  ];
}
