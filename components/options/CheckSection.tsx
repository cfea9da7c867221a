/** Check: which widget SnapEngage is asked about, and what a check does. */
import { useState } from 'preact/hooks';
import { checkWidgetIdDraft, type WidgetIdError } from '../../lib/check/widget-id.ts';
import { t } from '../../lib/i18n.ts';
import { heldTokens } from '../../lib/state/held-tokens.ts';
import { Button } from '../Button.tsx';
import { refuse, TextField } from '../TextField.tsx';
import { useDraft } from '../use-draft.ts';
import { Form } from './Form.tsx';
import { Section } from './Section.tsx';
import type { AccountProps } from './section-props.ts';
import { whenStored } from './when-stored.ts';

const fieldId = 'check-widget';

export function CheckSection(props: AccountProps) {
  const { account, around, messages, actions, state } = props;
  const { values, set, discard } = useDraft(`widget ${account.key}`, { widgetId: around.widgetId ?? '' });
  const [error, setError] = useState<WidgetIdError | null>(null);
  const secrets = heldTokens(state.desk);
  const checked = checkWidgetIdDraft(values.widgetId, secrets);
  // What pages have shown is of the account that is signed in, and not of another one that was chosen here.
  const offers = state.desk.accounts.current === account.key ? around.widgetOffers : [];
  const save = async (typed: string) => {
    const wish = checkWidgetIdDraft(typed, secrets);
    setError(wish.ok ? null : wish.error);
    if (!wish.ok) return refuse(fieldId, messages);
    if (await saveWidgetId(props, wish.widgetId)) discard();
  };
  return (
    <Section id="check" title={t('options_check')} text={t('options_check_text')}>
      <Form onSave={() => void save(values.widgetId)}>
        <TextField
          id={fieldId}
          kind="code"
          label={t('options_check_widget')}
          hint={t('options_check_widget_hint')}
          value={values.widgetId}
          error={error && t(`options_check_error_${error}`)}
          warning={checked.ok && checked.unusual ? t('options_check_unusual') : null}
          onInput={(text) => {
            setError(null);
            set('widgetId', text);
          }}
        />
        <button type="submit" class="secondary">
          {t('options_check_save')}
        </button>
      </Form>
      <Offers offers={offers.filter((offer) => offer !== around.widgetId)} onUse={(id) => void save(id)} />
      {around.widgetId !== null && !state.granted.checkConsent && (
        <div class="notice">
          <p>{t('options_check_notAllowed')}</p>
          <Button text={t('options_check_allow')} onPress={() => void allow(actions, messages)} />
        </div>
      )}
    </Section>
  );
}

function Offers({ offers, onUse }: { offers: readonly string[]; onUse(widgetId: string): void }) {
  if (offers.length === 0) return null;
  return (
    <div class="offers">
      <p class="small">{t('options_check_seen')}</p>
      <ul class="plain">
        {offers.map((offer) => (
          <li key={offer}>
            <Button text={t('options_check_use', offer)} onPress={() => onUse(offer)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The browser is asked straight in the press; the id itself is no secret, and is stored whatever the answer. */
async function saveWidgetId({ account, actions, messages }: AccountProps, widgetId: string | null): Promise<boolean> {
  const consent = widgetId === null ? Promise.resolve(true) : actions.requestCheckConsent();
  const done = t(widgetId === null ? 'options_check_removed' : 'options_check_saved');
  const stored = await whenStored(actions.setWidgetId(account.key, widgetId), messages, done);
  if (stored && !(await consent)) messages.say('alert', t('options_check_refused'));
  return stored;
}

async function allow(actions: AccountProps['actions'], messages: AccountProps['messages']): Promise<void> {
  messages.clear();
  if (await actions.requestCheckConsent()) messages.say('status', t('options_check_allowed'));
  else messages.say('alert', t('options_check_refused'));
}
