/** The skins by name. */
import { forms } from './forms.ts';
import { legacy } from './legacy.ts';
import { lookalikes } from './lookalikes.ts';
import type { Skin, SkinName } from './skin.ts';
import { spa } from './spa.ts';

export const skins: Record<SkinName, Skin> = { forms, spa, legacy, lookalikes };
export const skinNames: readonly SkinName[] = ['forms', 'spa', 'legacy', 'lookalikes'];
