/** A button in one of three weights. The primary one of a state gets the focus. */

interface ButtonProps {
  text: string;
  primary?: boolean;
  /** Already doing it: still focusable, and does nothing. */
  busy?: boolean;
  onPress(): void;
}

export function Button({ text, primary = false, busy = false, onPress }: ButtonProps) {
  return (
    <button
      type="button"
      class={primary ? 'primary' : 'secondary'}
      data-primary={primary || undefined}
      aria-disabled={busy || undefined}
      onClick={() => busy || onPress()}
    >
      {text}
    </button>
  );
}
