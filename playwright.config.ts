import { defineConfig, devices } from '@playwright/test';
import { browserFlags, findBrowser } from './scripts/browser.mjs';

const port = 4180;

export default defineConfig({
	testDir: 'tests',
	testMatch: '**/*.e2e.ts',
	outputDir: 'test-results',
	forbidOnly: true,
	retries: 0,
	workers: 1,
	use: {
		baseURL: `http://localhost:${port}/`,
		browserName: 'chromium',
		launchOptions: { executablePath: findBrowser(), args: browserFlags },
		trace: 'retain-on-failure'
	},
	projects: [
		{
			name: 'phone',
			// What these test does not depend on the size of the screen.
			testIgnore: /(delivery|keyboard|kill|offline|seeded|update)\.e2e\.ts$/,
			use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
		},
		{
			name: 'desktop',
			use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } }
		}
	],
	webServer: {
		command: `node scripts/serve.mjs ${port}`,
		url: `http://localhost:${port}/`,
		reuseExistingServer: false
	}
});
