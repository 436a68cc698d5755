/** The icons: strokes of 1.75 on a grid of 24. */
export const icons = {
	/** The khatim, the eight-pointed star: the mark of the app. */
	star: 'M12 2.6L14.75 5.35L18.65 5.35L18.65 9.25L21.4 12L18.65 14.75L18.65 18.65L14.75 18.65L12 21.4L9.25 18.65L5.35 18.65L5.35 14.75L2.6 12L5.35 9.25L5.35 5.35L9.25 5.35Z',
	study:
		'M5 8h9.5a2 2 0 0 1 2 2v8.5a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V10a2 2 0 0 1 2-2ZM7 4h11a3 3 0 0 1 3 3v9',
	quiz: 'M4 7l1.5 1.5L9 5M4 16.5 5.5 18 9 14.5M13 7h7.5M13 16.5h7.5',
	explore: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM15.75 8.25l-2 5.5-5.5 2 2-5.5 5.5-2Z',
	settings:
		'M3.5 7h9M17.5 7h3M3.5 17h3M11.5 17h9M15 4.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM9 14.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
	right: 'M5 12.5l4.5 4.5L19 7.5',
	wrong: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
	near: 'M4 13.5c2-3.5 5-3.5 8-1.5s6 2 8-1.5',
	close: 'M6 6l12 12M18 6 6 18',
	up: 'M12 19V5M6 11l6-6 6 6',
	down: 'M12 5v14M6 13l6 6 6-6',
	undo: 'M8.5 4.5 4 9l4.5 4.5M4 9h10.5a5.25 5.25 0 0 1 0 10.5H11',
	forward: 'M5 12h14M13 6l6 6-6 6',
	back: 'M19 12H5M11 6l-6 6 6 6',
	chevron: 'M9 5l7 7-7 7',
	'chevron-down': 'M5 9l7 7 7-7',
	grip: 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01',
	more: 'M6 12h.01M12 12h.01M18 12h.01',
	plus: 'M12 5v14M5 12h14',
	source:
		'M12 6.5C10 5 7 4.5 3.5 4.5V18c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2V4.5c-3.5 0-6.5.5-8.5 2ZM12 6.5V20',
	info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5.5M12 7.5h.01',
	attention: 'M12 4 2.75 20h18.5L12 4ZM12 10v4.5M12 17.25h.01',
	error: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7.5V13M12 16.5h.01',
	turn: 'M4 11.5A8 8 0 0 1 17.7 6.4L20 8.5M20 4v4.5h-4.5M20 12.5a8 8 0 0 1-13.7 5.1L4 15.5M4 20v-4.5h4.5',
	keyboard:
		'M4 6h16a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2ZM6 10h.01M10 10h.01M14 10h.01M18 10h.01M7.5 14h9',
	search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 20 20',
	download: 'M12 4v11.5M7 10.5l5 5 5-5M4.5 20h15',
	upload: 'M12 16V4.5M7 9.5l5-5 5 5M4.5 20h15',
	trash: 'M4 6.5h16M9 6.5V4h6v2.5M6 6.5 7 20h10l1-13.5M10 10.5v6M14 10.5v6',
	person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20.5c.5-4 3.5-6 7.5-6s7 2 7.5 6',
	calendar:
		'M5 5.5h14A1.5 1.5 0 0 1 20.5 7v12a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 19V7A1.5 1.5 0 0 1 5 5.5ZM3.5 10h17M8 3v4M16 3v4',
	figure: 'M9.5 4l-2 16M16.5 4l-2 16M4.5 9h16M3.5 15h16',
	claim:
		'M5 4.5h14a2 2 0 0 1 2 2V15a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V6.5a2 2 0 0 1 2-2ZM8 9h8M8 12.5h5',
	clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7.5V12l3 2',
	offline:
		'M3 3l18 18M8.5 15.5a5 5 0 0 1 7 0M5 12a10 10 0 0 1 4.5-2.6M14 9.3A10 10 0 0 1 19 12M2.5 8.5A14 14 0 0 1 6 6.2M10.5 5.1a14 14 0 0 1 11 3.4M12 19h.01'
} as const;

export type IconName = keyof typeof icons;

/** Icons that point along the line of text and so turn round where text runs right to left. */
export const mirrored: ReadonlySet<IconName> = new Set<IconName>([
	'forward',
	'back',
	'chevron',
	'quiz',
	'undo'
]);
