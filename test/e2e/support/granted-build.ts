/** The build as it is for somebody who has granted more: in a browser without a window, no prompt can be answered. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface GrantedBuild extends AsyncDisposable {
  folder: string;
}

interface Permissions {
  permissions: string[];
  optional_permissions: string[];
}

/** A copy of the build in `folder` in which the optional `permissions` come with the installation; all else is as built. */
export async function grantedBuild(folder: string, permissions: readonly string[]): Promise<GrantedBuild> {
  const copy = await mkdtemp(join(tmpdir(), 'token-desk-granted-'));
  await cp(folder, copy, { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest: Permissions = JSON.parse(await readFile(path, 'utf8'));
  const missing = permissions.filter((each) => !manifest.optional_permissions.includes(each));
  if (missing.length > 0) throw new Error(`Not optional in the build: ${missing.join(', ')}.`);
  const granted = {
    ...manifest,
    permissions: [...manifest.permissions, ...permissions],
    optional_permissions: manifest.optional_permissions.filter((each) => !permissions.includes(each)),
  };
  await writeFile(path, JSON.stringify(granted));
  return { folder: copy, [Symbol.asyncDispose]: () => rm(copy, { recursive: true, force: true }) };
}
