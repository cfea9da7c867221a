/** A part that opens on demand. What is in it is drawn only then: it may be hundreds of rows. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface FoldedProps {
  title: string;
  isOpenAtFirst?: boolean;
  children(): ComponentChildren;
}

export function Folded({ title, isOpenAtFirst = false, children }: FoldedProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <details class="folded" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && children()}
    </details>
  );
}
