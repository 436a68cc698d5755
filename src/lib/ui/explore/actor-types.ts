/** Words for the types of actor, in the order in which they are listed. */
import type { ActorType } from '#lib/bank/pack.ts';
import * as m from '#lib/paraglide/messages.js';

type Words = { readonly one: () => string; readonly many: () => string };

export const actorTypes: Readonly<Record<ActorType, Words>> = {
	person: { one: m.explore_one_person, many: m.explore_type_person },
	organisation: { one: m.explore_one_organisation, many: m.explore_type_organisation },
	state: { one: m.explore_one_state, many: m.explore_type_state },
	operation: { one: m.explore_one_operation, many: m.explore_type_operation },
	group: { one: m.explore_one_group, many: m.explore_type_group },
	place: { one: m.explore_one_place, many: m.explore_type_place },
	ship: { one: m.explore_one_ship, many: m.explore_type_ship },
	work: { one: m.explore_one_work, many: m.explore_type_work }
};
