/** One section of the options page: a heading that links lead to, and a sentence on what it is for. */
import type { ComponentChildren } from 'preact';

interface SectionProps {
  /** What links call it. */
  id: string;
  title: string;
  text: string;
  children?: ComponentChildren;
}

export function Section({ id, title, text, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {title}
      </h2>
      <p class="lead">{text}</p>
      {children}
    </section>
  );
}
