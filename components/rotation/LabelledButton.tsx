/** A button whose short text stands beside what it is for, and whose name says that as well. */

interface LabelledButtonProps {
  text: string;
  /** The name it is known by: `text`, and what it is for. */
  label: string;
  quiet?: boolean;
  /** Gets the focus when what had it in its part is gone. */
  next?: boolean;
  /** For what gives the focus back to it. */
  does?: string;
  onPress(): void;
}

export function LabelledButton({ text, label, quiet = false, next = false, does, onPress }: LabelledButtonProps) {
  return (
    <button
      type="button"
      class={quiet ? 'inline' : 'secondary'}
      data-next={next || undefined}
      data-does={does}
      aria-label={label}
      onClick={onPress}
    >
      {text}
    </button>
  );
}
