/** What the root layout makes once for the life of a page and every place may ask for. */
import { createContext } from 'svelte';
import type { LearnerProgress } from './progress.svelte.ts';
import type { Settings } from './settings.svelte.ts';

/** The learner's progress. `getProgress` throws outside the root layout. */
export const [getProgress, setProgress] = createContext<LearnerProgress>();

/** The learner's settings. `getSettings` throws outside the root layout. */
export const [getSettings, setSettings] = createContext<Settings>();
