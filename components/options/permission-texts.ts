/** What the browser has granted, in words. */
import type { Granted } from '../../lib/access.ts';
import { t } from '../../lib/i18n.ts';

const known = [
  'storage',
  'alarms',
  'scripting',
  'offscreen',
  'clipboardRead',
  'clipboardWrite',
  'notifications',
] as const;

/** A sentence for each permission and each site that is granted; one that has none here is named as the browser does. */
export function permissionTexts({ permissions, origins, checkConsent }: Granted): string[] {
  const rights = permissions.map((name) => {
    const found = known.find((each) => each === name);
    return found ? t(`options_permission_${found}`) : name;
  });
  const sites = origins.map((pattern) => t('options_permission_site', siteOf(pattern)));
  return [...sites, ...rights, ...(checkConsent ? [t('options_permission_check')] : [])];
}

/** `www.snapengage.com` of `https://www.snapengage.com/*`. */
function siteOf(pattern: string): string {
  return pattern.replace(/^\w+:\/\//, '').replace(/\/\*$/, '');
}
