import { announce } from '../notices';
import { say } from '../words';

/** How long changes are gathered before the list is fetched: a round of acts makes many at once. */
const GATHER = 300;

/**
 * A board that is live: told of a change it fetches its own page and takes the new list over. What is ticked stays ticked and
 * the focus stays where it was.
 */
export default function mount(board: HTMLElement): void {
	const source = new EventSource(board.dataset.events ?? '');
	let waiting: number | undefined;
	let opened = false;
	const soon = () => {
		window.clearTimeout(waiting);
		waiting = window.setTimeout(() => void refresh(board), GATHER);
	};
	source.addEventListener('changed', soon);
	// what happened while the stream was away was told to nobody
	source.addEventListener('open', () => {
		if (opened) {
			soon();
		}
		opened = true;
	});
	window.addEventListener('pagehide', () => source.close());
}

async function refresh(board: HTMLElement): Promise<void> {
	const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
	const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-live]');
	const live = board.querySelector('[data-live]');
	if (!answer.ok || !fresh || !live) {
		announce(say('这里的内容有变化，请刷新页面。', 'What is shown here has changed. Reload the page.'));
		return;
	}
	const ticked = new Set([...live.querySelectorAll<HTMLInputElement>('input:checked')].map(box => box.id));
	const opened = [...live.querySelectorAll('details')].map(part => part.open);
	const focus = live.contains(document.activeElement) ? document.activeElement?.id : undefined;
	live.replaceWith(fresh);
	fresh.querySelectorAll<HTMLInputElement>('input[type=checkbox]').forEach(box => { box.checked = ticked.has(box.id); });
	fresh.querySelectorAll('details').forEach((part, at) => { part.open = opened[at] ?? part.open; });
	if (focus) {
		document.getElementById(focus)?.focus();
	}
	announce(say('列表已更新。', 'The list has been updated.'));
}
