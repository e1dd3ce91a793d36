/** Menus are <details data-menu>: they open without scripts; this closes them as people expect. */
export function tendMenus(): void {
	document.addEventListener('click', event => closeAllBut((event.target as Element).closest('details[data-menu]')));
	document.addEventListener('keydown', event => {
		const open = document.querySelector<HTMLDetailsElement>('details[data-menu][open]');
		if (event.key === 'Escape' && open) {
			open.open = false;
			open.querySelector('summary')?.focus();
		}
	});
	document.addEventListener('focusin', event => closeAllBut((event.target as Element).closest('details[data-menu]')));
}

function closeAllBut(kept: Element | null): void {
	document.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]').forEach(menu => {
		if (menu !== kept) {
			menu.open = false;
		}
	});
}
