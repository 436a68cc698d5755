import { expect, test } from 'vitest';
import { typeset, typesetAll } from './typeset.ts';

test.each([
	["The sultan's stand", 'The sultan’s stand'],
	["by the leaders' estimate", 'by the leaders’ estimate'],
	["{yitzhak-rabin|Rabin}'s visit", '{yitzhak-rabin|Rabin}’s visit'],
	["l'Agence juive n'a pas d'ailleurs", 'l’Agence juive n’a pas d’ailleurs'],
	["the '60s", 'the ’60s'],
	["the ('Moroccan') plan, 'at last.'", 'the (‘Moroccan’) plan, ‘at last.’'],
	['"Egoz" means "nut".', '“Egoz” means “nut”.'],
	['a boat ("Egoz")', 'a boat (“Egoz”)'],
	['"{egoz|Egoz}", they said', '“{egoz|Egoz}”, they said']
])('%s is shown as %s', (typed, shown) => {
	expect(typeset(typed)).toBe(shown);
});

test('a text that is set already stays as it is', () => {
	const set = 'The sultan’s “stand”';
	expect(typeset(set)).toBe(set);
});

test('every text of an entry is set, however deep; its address is not touched', () => {
	const entry = {
		name: "King's",
		forms: [{ one: "d'un" }],
		url: "https://example.org/o'clock",
		when: { start: -Infinity },
		note: null
	};
	expect(typesetAll(entry)).toEqual({
		name: 'King’s',
		forms: [{ one: 'd’un' }],
		url: "https://example.org/o'clock",
		when: { start: -Infinity },
		note: null
	});
});
