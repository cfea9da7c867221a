import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  granted,
  hasCheckConsent,
  mayClear,
  requestCheckConsent,
  requestClipboard,
  requestNotifications,
} from '../../../lib/access.ts';

const consent = { data_collection: ['authenticationInfo'] };
const permissions = { contains: vi.fn(), request: vi.fn(), getAll: vi.fn() };

beforeEach(() => {
  vi.unstubAllEnvs();
  Object.assign(fakeBrowser, { permissions });
});

describe('sending the token for a check', () => {
  it('needs no consent of its own where the browser knows none', async () => {
    vi.stubEnv('FIREFOX', '');
    expect([await hasCheckConsent(), await requestCheckConsent()]).toEqual([true, true]);
    expect(permissions.contains).not.toHaveBeenCalled();
    expect(permissions.request).not.toHaveBeenCalled();
  });

  it.each([true, false])('is what the person answers in Firefox: %s', async (answer) => {
    vi.stubEnv('FIREFOX', 'true');
    permissions.contains.mockResolvedValue(answer);
    permissions.request.mockResolvedValue(answer);
    expect([await hasCheckConsent(), await requestCheckConsent()]).toEqual([answer, answer]);
    expect(permissions.contains).toHaveBeenCalledWith(consent);
    expect(permissions.request).toHaveBeenCalledWith(consent);
  });

  it('is asked for at once, while the press still counts', () => {
    vi.stubEnv('FIREFOX', 'true');
    permissions.request.mockResolvedValue(true);
    void requestCheckConsent();
    expect(permissions.request).toHaveBeenCalledOnce();
  });
});

it.each([
  [requestClipboard, ['clipboardRead', 'clipboardWrite']],
  [requestNotifications, ['notifications']],
])('asks for what it says: case %#', async (request, names) => {
  permissions.request.mockResolvedValue(false);
  expect(await request()).toBe(false);
  expect(permissions.request).toHaveBeenCalledExactlyOnceWith({ permissions: names });
});

describe('what is granted', () => {
  it('is what the browser says', async () => {
    permissions.getAll.mockResolvedValue({ permissions: ['storage'], origins: ['https://x.example/*'] });
    expect(await granted()).toMatchObject({ permissions: ['storage'], origins: ['https://x.example/*'] });
    permissions.getAll.mockResolvedValue({});
    expect(await granted()).toMatchObject({ permissions: [], origins: [] });
  });

  it.each([
    [['clipboardRead', 'clipboardWrite'], true],
    [['clipboardRead'], false],
    [['clipboardWrite'], false],
    [[], false],
  ])('tells whether the clipboard can be cleared: %j', (names, expected) => {
    expect(mayClear({ permissions: names, origins: [], checkConsent: true })).toBe(expected);
  });
});
