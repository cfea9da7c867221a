/** The options page at work: it follows the stored state, and stores what the person chooses. */
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { loadOptions, type OptionsState } from '../../lib/state/options.ts';
import { watchStored } from '../../lib/state/store.ts';
import { useNow } from '../use-now.ts';
import { Options } from './Options.tsx';
import { storedActions } from './stored-actions.ts';
import { useAnchor } from './use-anchor.ts';

/** `initial` is the state the page paints at once. */
export function OptionsApp({ initial }: { initial: OptionsState }) {
  const [state, setState] = useState(initial);
  const now = useNow();
  const actions = useMemo(() => storedActions(async () => setState(await loadOptions())), []);
  useLayoutEffect(() => watchStored(loadOptions, setState), []);
  useAnchor();
  return <Options state={state} now={now} actions={actions} />;
}
