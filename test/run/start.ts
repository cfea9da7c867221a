/** `npm start`: builds, and opens a browser to try the extension in; without a display the tour goes through it instead. */
import { demonstrate, hasDisplay } from './demo.ts';
import { execute } from './execute.ts';
import { takeTour } from './tour.ts';

const { status, output } = await execute('wxt', ['build']);
if (status !== 0) {
  console.error(output);
  process.exit(1);
}
async function main(): Promise<void> {
  if (!hasDisplay()) {
    process.exitCode = (await takeTour()) ? 0 : 1;
    return;
  }
  await demonstrate({ headless: false }, () => {
    console.log('1. Click the key in the toolbar (behind the puzzle piece), or press Alt+Shift+K: the popup opens.');
    console.log(
      '2. Copy the token, show it, regenerate or delete it: the page behind follows. The account is made up.',
    );
    console.log('3. Close the browser or press Ctrl+C here: everything that was started ends.');
  });
}

// A browser that is missing is said in one sentence, not in a stack trace.
await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
