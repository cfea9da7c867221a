/** What a template would copy, with the mask in the token's place. */
import { t } from '../../lib/i18n.ts';
import { type Known, previewOf } from './template-texts.ts';

export function TemplatePreview({ text, known }: { text: string; known: Known }) {
  const preview = previewOf(text, known);
  if ('text' in preview) return <pre class="preview">{preview.text}</pre>;
  return (
    <ul class="preview plain">
      {[t('options_preview_not'), ...preview.missing].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
