/** The request by which the popup starts an operation, well-formed and of the account and token that are known. */
import type { OperationKind } from '../../../lib/state/schemas.ts';
import { someId } from './planted.ts';
import type { Stage } from './stage.ts';

export async function startOf({ host, token }: Stage, kind: OperationKind): Promise<object> {
  const { account, known, ledger } = await host.backstage.stored();
  const expected = kind === 'generate' ? null : { fingerprint: known, lastFour: token.slice(-4) };
  return { type: 'start', wish: someId('a'), after: ledger.at(-1)?.id ?? null, kind, account, expected };
}
