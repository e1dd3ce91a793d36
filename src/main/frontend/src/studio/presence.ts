// Two people on one draft should know of each other before they save.
import { proof } from '../server';
import { say } from '../words';

const every = 30_000;

/** Tells the server that this draft is open here, and shows who else has it open. */
export function meetOthers(root: HTMLElement, bar: HTMLElement): void {
	const line = document.createElement('span');
	line.className = 'studio-others';
	line.setAttribute('role', 'status');
	bar.append(line);
	const ask = async () => {
		try {
			const answer = await fetch(root.dataset.presenceUrl ?? '', { method: 'POST', headers: { Accept: 'application/json', ...proof() } });
			const { others } = await answer.json() as { others: string[] };
			line.textContent = others.length > 0 ? say(`${others.join('、')}也打开了这份草稿`, `${others.join(', ')} also has this draft open`) : '';
		} catch {
			line.textContent = ''; // whether the network is there, the draft's own line says
		}
	};
	void ask();
	window.setInterval(() => document.visibilityState === 'visible' && void ask(), every);
}
