/** Draws the places' page for a test, over a list that is stored as the real one is: by edits, one after another. */
import { act, cleanup, render, screen, waitFor } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { afterEach, beforeEach, vi } from 'vitest';
import { Places, type PlacesStart } from '../../../../components/places/Places.tsx';
import type { PlacesActions } from '../../../../components/places/places-actions.ts';
import { StatusLine } from '../../../../components/StatusLine.tsx';
import { type Messages, useMessages } from '../../../../components/use-messages.ts';
import type { Template } from '../../../../lib/copy/template.ts';
import type { Place } from '../../../../lib/places/place.ts';
import { account, galleryNow } from '../../../gallery/desks.ts';

beforeEach(() => fakeBrowser.reset());
afterEach(cleanup);
