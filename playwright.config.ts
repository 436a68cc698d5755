import { defineConfig, devices } from '@playwright/test';
import { browserFlags, findBrowser } from './scripts/browser.mjs';

const port = 4180;

export default defineConfig({
	testDir: 'tests',
	outputDir: 'test-results',
	forbidOnly: true,
	retries: 0,
	// Files run side by side; the tests of one file after each other.
	workers: 2,
	// Busy machines are slow, not wrong.
	timeout: 60_000,
	expect: { timeout: 10_000 },
	use: {
		baseURL: `http://localhost:${port}/`,
		browserName: 'chromium',
		launchOptions: { executablePath: findBrowser(), args: browserFlags },
		trace: 'retain-on-failure'
	},
	// Each file runs once, on the screen that it is about; pictures and overflow look at both.
	projects: [
		{
			name: 'phone',
			testMatch:
				/(accessibility|opening|places|quiz|right-to-left|screenshots|story|undo)\.e2e\.ts$/,
			use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
		},
		{
			name: 'desktop',
			testMatch: /(delivery|keyboard|kill|kinds|offline|seeded|update)\.e2e\.ts$/,
			use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } }
		}
	],
	webServer: {
		command: `node scripts/serve.mjs ${port}`,
		url: `http://localhost:${port}/`,
		reuseExistingServer: false
	}
});
