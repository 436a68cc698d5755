/** The part of the `edtf` library that the tests compare `when.ts` with; it brings no types. */
declare module 'edtf' {
	export default function edtf(text: string): { readonly min: number; readonly max: number };
}
