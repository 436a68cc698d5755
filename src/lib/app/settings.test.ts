import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NEW_PER_DAY, Settings, themes } from './settings.svelte.ts';

class FakeShelf {
	readonly items = new Map<string, string>();
	getItem = (key: string) => this.items.get(key) ?? null;
	setItem = (key: string, value: string) => void this.items.set(key, value);
	removeItem = (key: string) => void this.items.delete(key);
}

describe('settings', () => {
	test('begin with the theme of the system and twenty new cards a day', () => {
		const settings = new Settings(new FakeShelf());
		expect(settings.theme).toBe('system');
		expect(settings.newPerDay).toBe(20);
		expect(settings.lastBackup).toBe(null);
	});

	test('are there again on the next visit', () => {
		const shelf = new FakeShelf();
		const settings = new Settings(shelf);
		settings.chooseTheme('dark');
		settings.chooseNewPerDay(0);
		settings.noteBackup(1_700_000_000_000);
		const later = new Settings(shelf);
		expect([later.theme, later.newPerDay, later.lastBackup]).toEqual([
			'dark',
			0,
			1_700_000_000_000
		]);
	});

	test('leave no mark for the theme of the system', () => {
		const shelf = new FakeShelf();
		const settings = new Settings(shelf);
		settings.chooseTheme('dark');
		settings.chooseTheme('system');
		expect(shelf.getItem('tarikh.theme')).toBe(null);
	});

	test('refuse a number of cards that is not whole or not from 0 to 100', () => {
		const settings = new Settings(new FakeShelf());
		for (const count of [-1, 101, 2.5, NaN, Infinity]) {
			expect(settings.chooseNewPerDay(count)).toBe(false);
		}
		expect(settings.newPerDay).toBe(20);
		expect(settings.chooseNewPerDay(100)).toBe(true);
	});

	test('read anything that may stand in localStorage and are always possible', () => {
		const anything = fc.oneof(
			fc.string(),
			fc.json(),
			fc
				.record({ newPerDay: fc.anything(), lastBackup: fc.anything() }, { requiredKeys: [] })
				.map((value) =>
					JSON.stringify(value, (_, field: unknown) => (typeof field === 'bigint' ? 0 : field))
				)
		);
		fc.assert(
			fc.property(anything, fc.string(), (kept, theme) => {
				const shelf = new FakeShelf();
				shelf.setItem('tarikh.settings', kept);
				shelf.setItem('tarikh.theme', theme);
				const settings = new Settings(shelf);
				expect(themes).toContain(settings.theme);
				expect(Number.isInteger(settings.newPerDay)).toBe(true);
				expect(settings.newPerDay).toBeGreaterThanOrEqual(NEW_PER_DAY.least);
				expect(settings.newPerDay).toBeLessThanOrEqual(NEW_PER_DAY.most);
				expect(settings.lastBackup === null || settings.lastBackup > 0).toBe(true);
			})
		);
	});

	test('follow another tab, and only their own keys', () => {
		const shelf = new FakeShelf();
		const settings = new Settings(shelf);
		const tab = new EventTarget() as EventTarget & Window;
		const stop = settings.follow(tab);
		const tell = (key: string) => tab.dispatchEvent(Object.assign(new Event('storage'), { key }));
		shelf.setItem('tarikh.theme', 'dark');
		tell('tarikh.canary');
		expect(settings.theme).toBe('system');
		tell('tarikh.theme');
		expect(settings.theme).toBe('dark');
		stop();
		shelf.setItem('tarikh.theme', 'light');
		tell('tarikh.theme');
		expect(settings.theme).toBe('dark');
	});

	test('hold for the page where storage is refused', () => {
		const refuse = () => {
			throw new DOMException('refused', 'SecurityError');
		};
		const settings = new Settings({ getItem: refuse, setItem: refuse, removeItem: refuse });
		settings.chooseTheme('light');
		settings.chooseNewPerDay(7);
		expect([settings.theme, settings.newPerDay]).toEqual(['light', 7]);
	});

	test('are as on a first visit after a reset', () => {
		const shelf = new FakeShelf();
		const settings = new Settings(shelf);
		settings.chooseTheme('dark');
		settings.chooseNewPerDay(3);
		settings.reset();
		expect([settings.theme, settings.newPerDay]).toEqual(['system', 20]);
		expect(shelf.items.size).toBe(0);
	});
});
