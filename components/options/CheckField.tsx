/** A choice that is on or off, and takes effect at once. */

interface CheckFieldProps {
  id: string;
  label: string;
  hint: string;
  checked: boolean;
  onToggle(on: boolean): void;
}

export function CheckField({ id, label, hint, checked, onToggle }: CheckFieldProps) {
  const toggle = (field: HTMLInputElement) => {
    const wanted = field.checked;
    // It shows what is stored, and what was refused never shows as on.
    field.checked = checked;
    onToggle(wanted);
  };
  return (
    <div class="choice">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        aria-describedby={`${id}-hint`}
        onChange={(event) => toggle(event.currentTarget)}
      />
      <label for={id}>{label}</label>
      <p class="small" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
