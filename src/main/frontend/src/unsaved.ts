import { say } from './words';

const dirty = new Set<HTMLElement>();

/** Something typed here is not yet on the server. */
export function markUnsaved(form: HTMLElement): void {
	dirty.add(form);
}

/** What was typed here has reached the server. */
export function markSaved(form: HTMLElement): void {
	dirty.delete(form);
}

/** Asks before a form marked data-guard is left with words in it that were never sent. */
export function guardUnsaved(): void {
	document.addEventListener('input', event => {
		const form = (event.target as Element).closest<HTMLElement>('form[data-guard]');
		if (form) {
			markUnsaved(form);
		}
	});
	document.addEventListener('submit', event => dirty.delete(event.target as HTMLElement));
	window.addEventListener('beforeunload', event => {
		if ([...dirty].some(form => form.isConnected)) {
			event.preventDefault();
			event.returnValue = say('还有没保存的内容', 'There are unsaved changes');
		}
	});
}
