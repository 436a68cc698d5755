import { describe, vi } from 'vitest';
import { MemoryProgress } from './memory-progress.ts';
import { progressContract } from './progress.contract.ts';

// Thousands of random runs take longer than the usual five seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

describe('progress in memory', () => {
	progressContract(() => new MemoryProgress(), 10_000);
});
