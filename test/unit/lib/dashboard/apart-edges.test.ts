/** Where a heading ends the token's part of the page, and where it does not: ranks, words and looks at their edges. */
import { expect, it } from 'vitest';
import { newToken, reportOf, summaryOf } from '../support/pages.ts';

const token = newToken();
const stray = newToken();
const buttons = '<p><button>Regenerate</button> <button>Delete</button></p>';
const field = `<label for="t">API Token</label><input id="t" readonly value="${token}">`;
const said = (html: string) => summaryOf(reportOf(`<a href="#">Sign Out</a><main>${html}</main>`), { token, stray });

it.each([
  ['several of lower rank', `<h1>API Token</h1><h2>Live</h2><h2>Paris</h2><code>${token}</code>${buttons}`],
  [
    'of lower rank than the one around the title',
    `<h1><span>API Token</span></h1><h2>Live</h2><code>${token}</code>${buttons}`,
  ],
  ['before a title that is none', `<h1>Webhooks</h1><p>API Token</p><code>${token}</code>${buttons}`],
  ['the page’s first, that nobody sees', `<p>API Token</p><h2 hidden>Zapier</h2><code>${token}</code>${buttons}`],
  [
    'a sentence that has the token in it',
    `<h2>API Token</h2><h2>A zapier token for sales</h2><code>${token}</code>${buttons}`,
  ],
  [
    'a paragraph that looks like the title, which is one too',
    `<div><p class="x">API Token</p></div><div><p class="x">Zapier</p><code>${token}</code></div>${buttons}`,
  ],
  [
    'a box that does not look like the title',
    `<div><div class="card-title">API Token</div></div><div><div class="text">Zapier</div><code>${token}</code></div>${buttons}`,
  ],
  [
    'that says that it is of lower rank',
    `<h2>API Token</h2><div role="heading" aria-level="3">Zapier</div><code>${token}</code>${buttons}`,
  ],
])('%s: it ends nothing', (_, html) => {
  expect(said(html)).toBe('token');
});

it.each([
  ['a name that has a token in it', `<h2>API Token</h2><h2>Zapier token for sales</h2><code>${stray}</code>${buttons}`],
  [
    'that does not say its rank, which is the second then',
    `<h2>API Token</h2><div role="heading">Zapier</div><code>${stray}</code>${buttons}`,
  ],
  [
    'that says that it is of higher rank',
    `<h3>API Token</h3><div role="heading" aria-level="2">Zapier</div><code>${stray}</code>${buttons}`,
  ],
  [
    'of another API, between the controls',
    `<h2>API Token</h2>${field}<button>Regenerate</button><h3>Agent Status API</h3><button>Delete</button>`,
  ],
  [
    'between the controls, the other way round',
    `<h2>API Token</h2>${field}<button>Delete</button><h2>Zapier</h2><button>Regenerate</button>`,
  ],
  [
    'of a part that holds the later one of the controls alone',
    `<h2>API Token</h2>${field}<button>Delete</button><section><h2>Zapier</h2><button>Regenerate</button></section>`,
  ],
])('%s: what is below it is of something else', (_, html) => {
  expect(said(html)).toBe('noToken');
});
