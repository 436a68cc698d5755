/**
 * What a schema refuses, as a sentence that says what to write instead.
 */
import { z } from 'zod';
import { parseWhen } from '../bank/when.ts';
import { suggestion } from './nearest.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

export type Described = {
	readonly path: readonly (string | number)[];
	readonly message: string;
	/** The problem is the field's name, not its value. */
	readonly isKey: boolean;
};

/** The sentences for one refused item; `input` is the item as YAML gives it. */
export function describeIssue(schema: z.ZodType, issue: Issue, input: unknown): Described[] {
	const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
	const value = valueAt(input, path);
	const say = (message: string): Described[] => [{ path, message, isKey: false }];
	switch (issue.code) {
		case 'unrecognized_keys': {
			const known = fieldsAt(schema, path);
			return issue.keys.map((key) => ({
				path: [...path, key],
				message: `there is no field “${key}” here.${hintFor(key, known)}`,
				isKey: true
			}));
		}
		case 'invalid_union': {
			const branch = likeliestBranch(issue.errors);
			if (!branch) return say(`${found(value)}: ${expectedOf(issue.errors)}.`);
			return branch.flatMap((inner) =>
				describeIssue(schema, { ...inner, path: [...issue.path, ...inner.path] }, input)
			);
		}
		case 'invalid_type': {
			if (value === undefined && path.at(-1) === 'en') {
				return say(
					'the English text is missing: every text has one, other languages stand beside it.'
				);
			}
			const fields = fieldsAt(schema, path);
			const wanted = fields.includes('en')
				? 'text by language, such as { en: … }'
				: nameOfType(issue.expected);
			if (value === undefined) return say(`this field is missing: write ${wanted}.`);
			const hint =
				issue.expected === 'string' && typeof value === 'number' ? ' Put it in quotes.' : '';
			return say(`${found(value)}: write ${wanted}.${hint}`);
		}
		case 'invalid_value': {
			const known = issue.values.map(String);
			const list = known.length === 1 ? `write ${known[0]}` : `write one of ${known.join(', ')}`;
			if (value === undefined) return say(`this field is missing: ${list}.`);
			return say(
				`${found(value)}: ${list}.${typeof value === 'string' ? suggestion(value, known) : ''}`
			);
		}
		case 'too_small':
			if (issue.origin === 'array') return say(`the list is empty: write at least one entry.`);
			return say(sentence(issue.message));
		default:
			return say(runsBackwards(value) ?? sentence(issue.message));
	}
}

/** A comma ends a text inside braces, and the rest of it becomes a field. */
const hintFor = (key: string, known: readonly string[]): string =>
	key.includes(' ')
		? ' Put a text that holds a comma in quotes.'
		: suggestion(key, known) || ` The fields are ${known.join(', ')}.`;

/** A date whose two ends are swapped deserves better than "not a date". */
function runsBackwards(value: unknown): string | null {
	if (typeof value !== 'string') return null;
	const [from, to, ...rest] = value.split('/');
	if (!from || !to || rest.length > 0 || parseWhen(value) || !parseWhen(`${to}/${from}`))
		return null;
	return `“${value}” runs backwards: ${from} is later than ${to}. Write the earlier date first.`;
}

/**
 * The branch of a union that the editor meant: one that takes this shape of value and complains
 * about something inside. Undefined when the shape itself fits no branch.
 */
const likeliestBranch = (branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined =>
	branches.find((branch) => branch.every((issue) => !isAboutShape(issue)));

const isAboutShape = (issue: Issue): boolean =>
	issue.path.length === 0 &&
	(issue.code === 'invalid_type' ||
		issue.code === 'invalid_value' ||
		(issue.code === 'invalid_union' && !likeliestBranch(issue.errors)));

function expectedOf(branches: readonly (readonly Issue[])[]): string {
	const wanted = branches.flatMap((branch) =>
		branch.map((issue) => {
			if (issue.code === 'invalid_value') return issue.values.map(String).join(' or ');
			if (issue.code === 'invalid_type') return nameOfType(issue.expected);
			return issue.code === 'invalid_union' ? expectedOf(issue.errors).replace(/^write /, '') : '';
		})
	);
	return `write ${[...new Set(wanted.filter(Boolean))].join(' or ')}`;
}

const nameOfType = (type: string): string =>
	({
		object: 'fields (key: value)',
		array: 'a list',
		string: 'text',
		number: 'a number',
		int: 'a whole number',
		boolean: 'true or false'
	})[type] ?? type;

function found(value: unknown): string {
	if (value === undefined) return 'this field is missing';
	if (value === null) return 'this field is empty';
	if (Array.isArray(value)) return 'found a list';
	if (typeof value === 'object') return 'found fields (key: value)';
	return `found “${typeof value === 'string' ? value : JSON.stringify(value)}”`;
}

const sentence = (message: string): string => (/[.!?…]$/.test(message) ? message : `${message}.`);

function valueAt(input: unknown, path: Path): unknown {
	let value = input;
	for (const step of path) {
		if (typeof value !== 'object' || value === null) return undefined;
		value = Object.entries(value).find(([key]) => key === String(step))?.[1];
	}
	return value;
}

/** The names of the fields that the schema knows at a path. */
function fieldsAt(schema: z.core.$ZodType, path: Path): string[] {
	const { def } = (schema as z.core.$ZodTypes)._zod;
	const [step, ...rest] = path;
	switch (def.type) {
		case 'optional':
		case 'default':
			return fieldsAt(def.innerType, path);
		case 'pipe':
			return fieldsAt(def.in, path);
		case 'union':
			return [...new Set(def.options.flatMap((option) => fieldsAt(option, path)))];
		case 'array':
			return step === undefined ? [] : fieldsAt(def.element, rest);
		case 'object': {
			if (step === undefined) return Object.keys(def.shape);
			const field = def.shape[String(step)];
			return field ? fieldsAt(field, rest) : [];
		}
		default:
			return [];
	}
}
