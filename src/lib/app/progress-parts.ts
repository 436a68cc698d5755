/** What `LearnerProgress` loads when it opens: one file, so that one request brings it all. */
export { preview } from '#lib/memory/scheduler.ts';
export { note, openProgress } from '#lib/storage/open-progress.ts';
