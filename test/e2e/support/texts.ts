/** The English texts, as the extension says them. */
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' };

type MessageKey = keyof typeof messages;

/** What matches the text `key` with its `substitutions`, wherever it stands; those that are not given match anything. */
export function saying(key: MessageKey, ...substitutions: (string | number)[]): RegExp {
  const parts = messages[key].message.split(/\$(\d)/);
  const source = parts.map((part, index) => {
    if (index % 2 === 0) return literally(part);
    const given = substitutions[Number(part) - 1];
    return given === undefined ? '.*' : literally(String(given));
  });
  return new RegExp(source.join(''));
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
