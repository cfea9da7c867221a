import { learns } from '../../kit/page-script.ts';

export default learns('An error or a message of our script tells the page of it.', (_, learnt) => {
  for (const type of ['error', 'unhandledrejection', 'message', 'storage', 'securitypolicyviolation'])
    addEventListener(
      type,
      (event) => {
        const { message, filename, reason, data } = event as ErrorEvent & PromiseRejectionEvent & MessageEvent;
        learnt.push(
          type,
          message,
          filename,
          String(reason),
          String((reason as Error | undefined)?.stack),
          JSON.stringify(data),
        );
      },
      true,
    );
});
