/** The one seam to the browser: nothing else imports the polyfill (Biome enforces it). */
export { default as browser, type Permissions, type Runtime, type Storage, type Tabs } from 'webextension-polyfill';
