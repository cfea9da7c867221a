/** Text that shows what it is: no control, direction or other invisible characters, and no line ends. */
export const plainText = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u;
/** The same over several lines. */
export const plainLines = /^(?:[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\n)*$/u;
