import { learns } from '../../kit/page-script.ts';

export default learns(
  'A clipboard that the page has put in the place of the browser’s is given the token.',
  () => undefined,
  (_, learnt) => {
    learnt.push(...(globalThis as never as { given: unknown[] }).given);
  },
  {
    preload: () => {
      const given: unknown[] = [];
      Object.assign(globalThis, { given });
      const take = (...args: unknown[]) => {
        given.push(...args.map(String));
        return Promise.resolve(true);
      };
      Clipboard.prototype.writeText = take as never;
      Clipboard.prototype.write = take as never;
      Document.prototype.execCommand = take as never;
      DataTransfer.prototype.setData = take as never;
      Object.assign(globalThis, { ClipboardItem: take });
      Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => ({ writeText: take, write: take }) });
    },
  },
);
