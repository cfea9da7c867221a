/** A choice among a few. */

interface SelectFieldProps<Value extends string> {
  id: string;
  label: string;
  hint?: string;
  value: Value;
  choices: readonly { value: Value; text: string }[];
  onChoose(value: Value): void;
}

export function SelectField<Value extends string>({ id, label, hint, ...rest }: SelectFieldProps<Value>) {
  const { value, choices, onChoose } = rest;
  return (
    <div class="entry">
      <label for={id}>{label}</label>
      {hint && (
        <p class="small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <select
        id={id}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={({ currentTarget }) => {
          const chosen = choices[currentTarget.selectedIndex];
          if (chosen) onChoose(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </div>
  );
}
