/** `npm test`: every stage, also after one has failed; the last line is the sum, the exit status says whether all passed. */
import { performance } from 'node:perf_hooks';
import { type Stage, stages } from './stages.ts';
import type { Outcome } from './suite.ts';

const failedStages = new Set<string>();
let passed = 0;
let failed = 0;

for (const stage of stages) {
  const start = performance.now();
  const outcome = await outcomeOf(stage);
  passed += outcome.passed;
  failed += outcome.failed;
  if (outcome.failed > 0) failedStages.add(stage.name);
  report(stage, outcome, (performance.now() - start) / 1000);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function outcomeOf(stage: Stage): Promise<Outcome> {
  if (stage.needs && failedStages.has(stage.needs)) {
    return { passed: 0, failed: 1, findings: `Not run: ${stage.needs} failed.` };
  }
  try {
    return await stage.run();
  } catch (error) {
    return { passed: 0, failed: 1, findings: String(error) };
  }
}

function report({ name }: Stage, { passed, failed, findings }: Outcome, seconds: number): void {
  const counts = passed + failed === 1 ? '' : `${passed} passed, ${failed} failed`;
  const time = `${seconds.toFixed(1)} s`.padStart(8);
  console.log(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(12)}${time}  ${counts}`.trimEnd());
  if (failed > 0) console.log(findings.trim().replace(/^/gm, '    '));
}
