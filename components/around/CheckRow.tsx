/** Whether SnapEngage accepts the token, as far as it was asked, and the button that asks. */
import { t } from '../../lib/i18n.ts';
import type { Checking, TokenMark } from '../../lib/state/schemas.ts';
import { checkText } from './check-text.ts';
import { Row, RowButton } from './Row.tsx';

interface CheckRowProps {
  check: Checking;
  /** The token that is shown. */
  mark: TokenMark;
  now: number;
  onCheck(): void;
}

export function CheckRow({ check, mark, now, onCheck }: CheckRowProps) {
  const isAsking = check.askedAt !== null;
  return (
    <Row text={isAsking ? t('check_asking') : checkText(check.result, mark, now)} isLive>
      <RowButton text={t('checkToken')} busy={isAsking} onPress={onCheck} />
    </Row>
  );
}
