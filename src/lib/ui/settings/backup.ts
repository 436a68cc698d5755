/** What came of saving a backup file or adding from one. */
export type SaveResult =
	| { readonly ok: true; readonly name: string }
	| { readonly ok: false; readonly problem: 'storage' };

export type RestoreResult =
	| { readonly ok: true; readonly added: number; readonly known: number }
	| {
			readonly ok: false;
			readonly problem: 'not-a-backup' | 'newer-version' | 'damaged' | 'too-large' | 'storage';
	  };
