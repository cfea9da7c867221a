/** Stands in for the browser where there is none: the English texts, filled in as an extension page would. */
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };

type Texts = Record<string, { message: string }>;

/** What `i18n.getMessage` gives: "" for an unknown key, `$1` … `$9` replaced. */
function getMessage(key: string, substitutions: string | string[] = []): string {
  const values = [substitutions].flat();
  const message = (messages as Texts)[key]?.message ?? '';
  return message.replace(/\$([1-9])/g, (_, place: string) => values[Number(place) - 1] ?? '');
}

export const native = { i18n: { getMessage } };
