// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { copy } from '../../lib/clipboard.ts';
import { deferred } from './components/deferred.ts';

const text = 'plain '.repeat(3);
const writeText = vi.fn<(text: string) => Promise<void>>();
const write = vi.fn<(items: FakeItem[]) => Promise<void>>();
const execCommand = vi.fn<(command: string) => boolean>();

class FakeItem {
  readonly data: Record<string, Promise<Blob>>;
  constructor(data: Record<string, Promise<Blob>>) {
    this.data = data;
  }
}

beforeEach(() => {
  writeText.mockResolvedValue();
  write.mockImplementation(async ([item]) => void (await item?.data['text/plain']));
  execCommand.mockReturnValue(false);
  vi.stubGlobal('ClipboardItem', FakeItem);
  vi.stubGlobal('navigator', { clipboard: { writeText, write } });
  document.execCommand = execCommand;
});
afterEach(() => vi.unstubAllGlobals());

describe('a text', () => {
  it('is copied once the write is confirmed', async () => {
    await expect(copy(text)).resolves.toBe('copied');
    expect(writeText).toHaveBeenCalledExactlyOnceWith(text);
    expect(execCommand).not.toHaveBeenCalled();
  });

  it('is copied by a selected field where the clipboard refuses', async () => {
    writeText.mockRejectedValue(new DOMException('', 'NotAllowedError'));
    let selected = '';
    execCommand.mockImplementation(() => {
      const field = document.activeElement as HTMLTextAreaElement;
      selected = field.value.slice(field.selectionStart, field.selectionEnd);
      return true;
    });
    document.body.innerHTML = '<button>b</button>';
    document.querySelector('button')?.focus();
    await expect(copy(text)).resolves.toBe('copied');
    expect(selected).toBe(text);
    expect(document.querySelector('textarea')).toBeNull();
    expect(document.activeElement?.tagName).toBe('BUTTON');
  });

  it('is not copied where both refuse', async () => {
    writeText.mockRejectedValue(new DOMException('', 'NotAllowedError'));
    await expect(copy(text)).resolves.toBe('notCopied');
    execCommand.mockImplementation(() => {
      throw new Error('no');
    });
    await expect(copy(text)).resolves.toBe('notCopied');
  });

  it('is not copied where there is no clipboard at all', async () => {
    vi.stubGlobal('navigator', {});
    await expect(copy(text)).resolves.toBe('notCopied');
  });
});

describe('a promised text', () => {
  it('is handed to the browser at once, and copied when it comes', async () => {
    const coming = deferred<string>();
    const result = copy(coming.promise);
    expect(write).toHaveBeenCalledOnce();
    coming.resolve(text);
    await expect(result).resolves.toBe('copied');
    const blob = await write.mock.calls[0]?.[0][0]?.data['text/plain'];
    await expect(blob?.text()).resolves.toBe(text);
  });

  it('that never comes is told apart from a refusal', async () => {
    await expect(copy(Promise.reject(new Error('none')))).resolves.toBe('noText');
    expect(execCommand).not.toHaveBeenCalled();
  });

  it('is awaited where the browser takes no promises', async () => {
    vi.stubGlobal('ClipboardItem', undefined);
    await expect(copy(Promise.resolve(text))).resolves.toBe('copied');
    expect(writeText).toHaveBeenCalledExactlyOnceWith(text);
  });

  it('falls back to the selected field when the write is refused', async () => {
    write.mockRejectedValue(new DOMException('', 'NotAllowedError'));
    execCommand.mockReturnValue(true);
    await expect(copy(Promise.resolve(text))).resolves.toBe('copied');
  });
});
