/** Forms whose fields shadow the form's own properties: what stands in one is no page of the dashboard's. */
import { tagNameOf } from './dom.ts';

/** What the driver asks of a form; most else it asks by the prototypes' getters (dom.ts), which nothing shadows. */
const asked = (
  'previousElementSibling parentElement getRootNode shadowRoot firstChild children childElementCount matches closest ' +
  'hasAttribute getAttribute tagName textContent style querySelectorAll querySelector contains getBoundingClientRect'
).split(' ');

/** Whether a field of the form `element` shadows what we would ask of it; what stands in such a form is not read. */
export function isClobbered(element: Element): boolean {
  if (tagNameOf(element) !== 'FORM') return false;
  // Named fields are no enumerable properties of a form, but they are its own.
  return asked.some((name) => isField(Object.getOwnPropertyDescriptor(element, name)?.value));
}

function isField(value: unknown): boolean {
  return /(Element|NodeList)\]$/.test(Object.prototype.toString.call(value));
}
