/** Is the reader typing? Then a letter is a letter and no command. */
export function isTyping(event: KeyboardEvent): boolean {
	const target = event.target as HTMLElement;
	return event.ctrlKey || event.altKey || event.metaKey || event.isComposing
		|| target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select');
}

/** "/" goes to the search box, as on many sites. */
export function listenToKeys(): void {
	document.addEventListener('keydown', event => {
		const search = document.querySelector<HTMLElement>('[data-key="search"]');
		if (event.key === '/' && search?.offsetParent && !isTyping(event)) {
			event.preventDefault();
			search.focus();
		}
	});
}
