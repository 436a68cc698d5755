/** Backup files as they were written by each version: a learner may still have one. Never changed. */

/** Reviews alone. */
export const VERSION_1 = [
	'{"magic":"tarikh-backup","version":1,"made":1773100800000,"count":2}',
	'{"id":"00000000000000000000000000000001","v":1,"card":"rabin-visit.when","kind":"typed","place":"study","outcome":"right","rating":3,"at":1773136800001,"time":1773136800001,"offset":60,"took":4000,"device":"0000000000000000000000000000000a","sequence":1}',
	'{"id":"00000000000000000000000000000002","v":1,"card":"egoz.value","kind":"typed","place":"study","outcome":"wrong","rating":1,"at":1773136800002,"time":1773136800002,"offset":60,"took":4000,"device":"0000000000000000000000000000000a","sequence":2}',
	'{"crc32":"eeeb245e"}'
].join('\n');

/** With a decision of each type. */
export const VERSION_2 = [
	'{"magic":"tarikh-backup","version":2,"made":1773100800000,"count":6}',
	'{"id":"00000000000000000000000000000001","v":1,"card":"rabin-visit.when","kind":"typed","place":"study","outcome":"wrong","rating":1,"at":1773136800001,"time":1773136800001,"offset":60,"took":4000,"device":"0000000000000000000000000000000a","sequence":1}',
	'{"id":"00000000000000000000000000000002","v":1,"type":"override","card":"rabin-visit.when","at":1773136800002,"time":1773136800002,"offset":60,"device":"0000000000000000000000000000000a","sequence":2,"of":"00000000000000000000000000000001","outcome":"right","rating":3}',
	'{"id":"00000000000000000000000000000003","v":1,"type":"undo","card":"rabin-visit.when","at":1773136800003,"time":1773136800003,"offset":60,"device":"0000000000000000000000000000000a","sequence":3,"of":"00000000000000000000000000000002"}',
	'{"id":"00000000000000000000000000000004","v":1,"type":"suspend","card":"egoz.value","at":1773136800004,"time":1773136800004,"offset":60,"device":"0000000000000000000000000000000a","sequence":4}',
	'{"id":"00000000000000000000000000000005","v":1,"type":"resume","card":"egoz.value","at":1773136800005,"time":1773136800005,"offset":60,"device":"0000000000000000000000000000000a","sequence":5}',
	'{"id":"00000000000000000000000000000006","v":1,"type":"bury","card":"egoz.value","at":1773136800006,"time":1773136800006,"offset":60,"device":"0000000000000000000000000000000a","sequence":6,"until":1773201600000}',
	'{"crc32":"b58a0969"}'
].join('\n');
