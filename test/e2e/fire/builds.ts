/** Where the builds under test are: below .output, or where EXTENSION_DIR names the one for Chromium. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds chrome-mv3 and firefox-mv3. */
export const builds = process.env.EXTENSION_DIR
  ? dirname(process.env.EXTENSION_DIR)
  : fileURLToPath(new URL('../../../.output', import.meta.url));
