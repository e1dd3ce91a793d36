/*
 * A browser empties a file field when a form comes back with something to correct. The chosen photos wait in the
 * browser's own store under the form's token, and are gone as soon as any page without that form is opened.
 */
const flag = 'kept-photos';
const store = 'photos';

function open(): Promise<IDBObjectStore> {
	return new Promise((done, fail) => {
		const asked = indexedDB.open(flag, 1);
		asked.addEventListener('upgradeneeded', () => asked.result.createObjectStore(store));
		asked.addEventListener('success', () => {
			const transaction = asked.result.transaction(store, 'readwrite');
			transaction.addEventListener('complete', () => asked.result.close());
			done(transaction.objectStore(store));
		});
		asked.addEventListener('error', () => fail(asked.error));
	});
}

/** Remembers the photos chosen in the form with this token. */
export function keep(token: string, files: File[]): void {
	if (token && (files.length > 0 || sessionStorage.getItem(flag) === token)) {
		sessionStorage.setItem(flag, token);
		void open().then(photos => photos.put(files, token)).catch(() => sessionStorage.removeItem(flag));
	}
}

/** The photos chosen earlier in the form with this token. */
export async function kept(token: string): Promise<File[]> {
	if (!token || sessionStorage.getItem(flag) !== token) {
		return [];
	}
	const asked = (await open()).get(token);
	return new Promise(done => {
		asked.addEventListener('success', () => done(asked.result as File[] ?? []));
		asked.addEventListener('error', () => done([]));
	});
}

/** Nothing stays behind on a computer that others use. */
export function forgetPhotosOfOtherForms(): void {
	const remembered = sessionStorage.getItem(flag);
	const here = document.querySelector<HTMLInputElement>('input[name="token"]')?.value;
	if (remembered && remembered !== here) {
		sessionStorage.removeItem(flag);
		indexedDB.deleteDatabase(flag);
	}
}
