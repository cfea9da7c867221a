/**
 * Text that shows what it is: no control, direction or other invisible characters, no line ends, and no half of a
 * surrogate pair, which no UTF-8 can hold: storage and files would give something else back.
 */
export const plainText = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u;
/** The same over several lines. */
export const plainLines = /^(?:[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\n)*$/u;
