// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { UserManifest } from 'wxt';
import config from '../../../wxt.config.ts';
import { type Build, type Manifest, manifestFaults } from '../../run/manifest.ts';

/** The manifest as WXT would finish it from the configuration. */
function configured(build: Build): Manifest {
  const browser = build === 'chrome-mv3' ? 'chrome' : 'firefox';
  if (typeof config.manifest !== 'function') throw new Error('The manifest is made per browser.');
  const made = config.manifest({ browser, manifestVersion: 3, mode: 'production', command: 'build' }) as UserManifest;
  const action = { default_title: '__MSG_actionTitle__', default_popup: 'popup.html' };
  return { ...made, manifest_version: 3, version: '1.0.0', action };
}

describe.each<Build>(['chrome-mv3', 'firefox-mv3'])('the manifest of %s', (build) => {
  it('asks for exactly what was agreed', () => {
    expect(manifestFaults(build, configured(build))).toEqual([]);
  });

  it.each([
    ['a further permission', { permissions: ['storage', 'alarms', 'scripting', 'offscreen', 'tabs'] }],
    ['a missing permission', { permissions: ['storage'] }],
    ['another host', { host_permissions: ['https://*/*'] }],
    ['another optional host', { optional_host_permissions: ['https://*/*'] }],
    ['files open to the web', { web_accessible_resources: [] }],
    ['a weaker policy', { content_security_policy: { extension_pages: "script-src 'self'" } }],
    ['a key nobody agreed on', { key: 'x' }],
  ])('is refused with %s', (_, change) => {
    expect(manifestFaults(build, { ...configured(build), ...change })).toHaveLength(1);
  });
});
