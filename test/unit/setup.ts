/** What the fake browser leaves out: Chromium gives its extensions the open shadow roots this way as well. */
import { fakeBrowser } from 'wxt/testing/fake-browser';

Object.assign(fakeBrowser.dom, { openOrClosedShadowRoot: ({ shadowRoot }: Element) => shadowRoot });
