/** How far the work is: a quiet bar, and the step in words. */

interface ProgressProps {
  /** The step now, counted from 1, and how many there are. */
  step: number;
  of: number;
  text: string;
}

export function Progress({ step, of, text }: ProgressProps) {
  return (
    <div class="progress">
      <progress value={step} max={of + 1} aria-label={text} />
      <p aria-live="polite">{text}</p>
    </div>
  );
}
