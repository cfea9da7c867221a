/** The words that a record is written in: for its exports, and where it is shown. */
import { cannotTellReasons } from '../lib/check/verdict.ts';
import type { Template } from '../lib/copy/copying.ts';
import { fixedFormats } from '../lib/copy/fixed-formats.ts';
import { storeIds } from '../lib/copy/stores.ts';
import { failureCodes } from '../lib/failures.ts';
import { t } from '../lib/i18n.ts';
import { apis } from '../lib/places/place.ts';
import { checkedTokens, type EventKind, recordedOperations, recordedVerdicts } from '../lib/record/entry.ts';
import type { RecordLabels } from '../lib/record/labels.ts';
import { formatName } from './copy/format-name.ts';

const events: readonly EventKind[] = [
  ...(['copied', 'shown', 'checked', 'generated', 'regenerated', 'deleted', 'notDone', 'unknownOutcome'] as const),
  ...(['changedElsewhere', 'rotationStarted', 'rotationStep', 'placeDone', 'placeSkipped', 'placeReopened'] as const),
  ...(['rotationClosed', 'clipboardCleared'] as const),
];
const tokens = [...checkedTokens, 'new'] as const;
const states = ['open', 'done', 'skipped'] as const;
const paths = ['planned', 'emergency', 'byHand', 'delete'] as const;
const steps = ['prepare', 'regenerate', 'replace', 'prove', 'record'] as const;
const endings = ['completed', 'unproven', 'abandoned'] as const;

/** The words in the browser's language; of `templates`, own copy formats have their names. */
export function recordLabels(templates: readonly Template[] = []): RecordLabels {
  const formats = [
    ...fixedFormats,
    ...storeIds.map((id) => `store:${id}` as const),
    ...templates.map(({ id }) => `template:${id}`),
  ];
  return {
    ...titles(),
    ...columns(),
    events: words(events, (code) => t(`record_event_${code}`)),
    operations: words(recordedOperations, (code) => t(`record_operation_${code}`)),
    verdicts: words(recordedVerdicts, (code) => t(`record_verdict_${code}`)),
    tokens: words(tokens, (code) => t(`record_token_${code}`)),
    states: words(states, (code) => t(`record_state_${code}`)),
    whys: words(cannotTellReasons, (code) => t(`record_why_${code}`)),
    failures: words(failureCodes, (code) => t(`failure_${code}`)),
    formats: words(formats, (id) => formatName(id, templates)),
    paths: words(paths, (code) => t(`record_path_${code}`)),
    steps: words(steps, (code) => t(`record_step_${code}`)),
    endings: words(endings, (code) => t(`record_ending_${code}`)),
    apis: words(apis, (code) => t(`place_api_${code}`)),
  };
}

function words<Code extends string>(codes: readonly Code[], word: (code: Code) => string): Record<Code, string> {
  return Object.fromEntries(codes.map((code) => [code, word(code)])) as Record<Code, string>;
}

function titles() {
  return {
    rotationRecord: t('record_rotationTitle'),
    accountRecord: t('record_accountTitle'),
    places: t('record_places'),
    proofs: t('record_proofs'),
    history: t('record_history'),
    none: t('record_none'),
  };
}

function columns() {
  return {
    account: t('record_account'),
    reason: t('record_reason'),
    path: t('record_path'),
    token: t('record_token'),
    startedAt: t('record_startedAt'),
    downSince: t('record_downSince'),
    closedAt: t('record_closedAt'),
    endedAs: t('record_endedAs'),
    downtime: t('record_downtime'),
    exportedAt: t('record_exportedAt'),
    place: t('record_place'),
    api: t('record_api'),
    state: t('record_state'),
    time: t('record_time'),
    verdict: t('record_verdict'),
    why: t('record_why'),
    event: t('record_event'),
    details: t('record_details'),
    lastSeen: t('record_lastSeen'),
    noToken: t('mark_none'),
  };
}
