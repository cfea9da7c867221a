/**
 * The page's font for the page button, as far as it can be trusted to spell the label: a page can declare a font
 * whose letters are blank or say something else, or name one of pictures that the computer has.
 */

/** Fonts that have letters for letters. */
const spelling =
  /^(-apple-system|system-ui|(ui-)?sans-serif|serif|arial|helvetica( neue)?|blinkmacsystemfont|calibri|cantarell|dejavu sans|georgia|inter|lato|liberation sans|lucida grande|noto sans|open sans|roboto|segoe ui|source sans pro|tahoma|times|times new roman|trebuchet ms|ubuntu|verdana)$/;

/** The families for the button: those in `wanted`, a computed `font-family`, that are none of the page's own `faces`. */
export function trustedFamilies(faces: Iterable<FontFace>, wanted = ''): string {
  const declared = new Set([...faces].map(({ family }) => nameOf(family)));
  const trusted = wanted
    .split(',')
    .map(nameOf)
    .filter((name) => spelling.test(name) && !declared.has(name));
  // A name written with escapes is not worth reading.
  const isPlain = ![...declared].some((name) => name.includes('\\'));
  return [...(isPlain ? trusted : []), 'system-ui'].join(', ');
}

/** The faces that `page` declares or has made. */
export function facesOf(page: Document): Iterable<FontFace> {
  // Not `page.fonts`: a document has what its images are named.
  return (Reflect.get(Document.prototype, 'fonts', page) as FontFaceSet | undefined) ?? [];
}

function nameOf(family: string): string {
  return family.replaceAll(/["']/g, '').trim().toLowerCase();
}
