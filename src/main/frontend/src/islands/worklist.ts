import { isTyping } from '../keys';
import { announce } from '../notices';
import { say } from '../words';

/**
 * The task list by keyboard: j and k move, Enter opens, c claims, x ticks, ? helps. The table works without it: rows are links,
 * buttons and boxes of an ordinary form.
 */
export default function mount(form: HTMLElement): void {
	const rows = [...form.querySelectorAll<HTMLElement>('[data-task]')];
	countTicked(form);
	form.addEventListener('change', () => countTicked(form));
	document.addEventListener('keydown', event => {
		if (form.isConnected && !isTyping(event) && act(event.key, rows)) {
			event.preventDefault();
		}
	});
}

function act(key: string, rows: HTMLElement[]): boolean {
	const at = rows.findIndex(row => row.contains(document.activeElement));
	switch (key) {
		case 'j': return go(rows[Math.min(at + 1, rows.length - 1)]);
		case 'k': return go(rows[Math.max(at - 1, 0)]);
		case 'c': return press(rows[at]?.querySelector<HTMLElement>('[data-claim]'));
		case 'x': return press(rows[at]?.querySelector<HTMLElement>('input[type=checkbox]:not(:disabled)'));
		case '?': return press(document.querySelector<HTMLElement>('[data-key=help]'));
		default: return false;
	}
}

/** The row's link takes the focus: Enter opens it, a screen reader says it. */
function go(row: HTMLElement | undefined): boolean {
	row?.querySelector<HTMLElement>('[data-open]')?.focus();
	row?.scrollIntoView({ block: 'nearest' });
	return row !== undefined;
}

function press(element: HTMLElement | null | undefined): boolean {
	element?.click();
	return Boolean(element);
}

function countTicked(form: HTMLElement): void {
	const ticked = form.querySelectorAll('input[name=task]:checked').length;
	const line = form.querySelector('[data-picked]');
	if (line && (ticked > 0 || line.hasAttribute('data-counted'))) {
		line.textContent = say(`勾选了 ${ticked} 项：`, `${ticked} selected:`);
		line.setAttribute('data-counted', '');
		announce(line.textContent);
	}
}
