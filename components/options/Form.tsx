/** A form that Enter saves. What is wrong with it is said by us: the browser's own words know no field's reason. */
import type { ComponentChildren } from 'preact';

interface FormProps {
  label?: string;
  class?: string;
  onSave(): void;
  children: ComponentChildren;
}

export function Form({ label, class: look, onSave, children }: FormProps) {
  return (
    <form
      noValidate
      {...(look && { class: look })}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {children}
    </form>
  );
}
