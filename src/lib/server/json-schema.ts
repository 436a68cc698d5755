/** The JSON Schemas of the files of a pack, made from the schemas that the build checks them by. */
import { z } from 'zod';
import { Header, schemas } from './read-pack.ts';

/** "dates.json" and its text, for every file of a pack. */
export function jsonSchemas(): ReadonlyMap<string, string> {
	const files = Object.entries(schemas).map(
		([name, entry]) => [name, z.array(entry as z.ZodType)] as const
	);
	return new Map(
		[['pack', Header as z.ZodType] as const, ...files].map(([name, schema]) => [
			`${name}.json`,
			`${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, '\t')}\n`
		])
	);
}
