// @vitest-environment node
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cannotTellReasons, checkVerdictSchema, verdictOf } from '../../../../lib/check/verdict.ts';

const documented = JSON.stringify({ widgetId: 'some-id', online: 'true', emailRequired: 'false' });

it.each([
  ['the documented answer', 200, documented, 'accepted'],
  ['the documented answer with space around', 200, ` ${documented}\n`, 'accepted'],
  ['an error', 200, '{"error":"try later"}', 'errorInBody'],
  ['an error beside the widget id', 200, '{"widgetId":"some-id","error":null}', 'errorInBody'],
  ['a widget id that is no text', 200, '{"widgetId":7}', 'unexpected'],
  ['other JSON', 200, '{"online":"true"}', 'unexpected'],
  ['a widget id that is inherited', 200, '{"__proto__":{"widgetId":"some-id"}}', 'unexpected'],
  ['an error that is inherited', 200, '{"__proto__":{"error":1},"widgetId":"some-id"}', 'accepted'],
  ['a list', 200, `[${documented}]`, 'unexpected'],
  ['null', 200, 'null', 'unexpected'],
  ['a text', 200, '"widgetId"', 'unexpected'],
  ['a page', 200, '<!doctype html><title>Welcome to the hotel</title>', 'unexpected'],
  ['cut JSON', 200, documented.slice(0, -1), 'unexpected'],
  ['nothing', 200, '', 'unexpected'],
  ['no content', 204, '', 'unexpected'],
  ['another success', 203, documented, 'unexpected'],
  ['a bad parameter', 400, documented, 'badRequest'],
  ['a refusal', 401, 'Invalid or no header x-api-key set', 'refused'],
  ['a refusal, whatever its body', 401, documented, 'refused'],
  ['a 403, which is not documented', 403, '', 'unexpected'],
  ['no such widget', 404, '', 'widgetNotFound'],
  ['a method not allowed', 405, '', 'unexpected'],
  ['too many requests', 429, documented, 'rateLimited'],
  ['a failure', 500, documented, 'serverError'],
  ['a proxy without a server', 504, '', 'serverError'],
  ['the last of the failures', 599, '', 'serverError'],
  ['no status there is', 600, '', 'unexpected'],
  ['a redirect', 302, documented, 'unexpected'],
  ['a redirect the browser hides', 0, '', 'unexpected'],
])('makes of %s (%i) the right verdict', (_, status, body, expected) => {
  const verdict = verdictOf(status, body);
  expect(verdict.kind === 'cannotTell' ? verdict.why : verdict.kind).toBe(expected);
});

it('accepts by a 200 and refuses by a 401 alone, and always has a verdict that can be stored', () => {
  const body = fc.oneof(fc.string(), fc.json(), fc.constant(documented));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999 }), body, (status, text) => {
      const verdict = verdictOf(status, text);
      expect(checkVerdictSchema.parse(verdict)).toEqual(verdict);
      if (verdict.kind === 'accepted') expect(status).toBe(200);
      expect(verdict.kind === 'refused').toBe(status === 401);
    }),
  );
});

it('knows each reason once, and no other', () => {
  expect(new Set(cannotTellReasons).size).toBe(cannotTellReasons.length);
  for (const why of cannotTellReasons) {
    expect(checkVerdictSchema.safeParse({ kind: 'cannotTell', why }).success).toBe(true);
  }
  for (const verdict of [{ kind: 'cannotTell' }, { kind: 'cannotTell', why: 'toString' }, { kind: 'perhaps' }, null]) {
    expect(checkVerdictSchema.safeParse(verdict).success).toBe(false);
  }
});
