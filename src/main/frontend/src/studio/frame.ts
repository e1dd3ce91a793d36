// What the three editors share around their drawing board: a bar of buttons, a status line, and panels at the side.
import { say } from '../words';

/** The parts of an editor's page. */
export type Frame = { bar: HTMLElement; status: HTMLElement; board: HTMLElement; side: Side };

/** Builds the frame in the island's element. */
export function frame(root: HTMLElement): Frame {
	const bar = part('studio-bar');
	bar.setAttribute('role', 'toolbar');
	bar.setAttribute('aria-label', say('编辑工具', 'Editing tools'));
	const status = document.createElement('span');
	status.className = 'studio-status';
	status.setAttribute('role', 'status');
	const board = part('studio-board');
	const side = new Side();
	const middle = part('studio-middle');
	middle.append(board, side.element);
	const head = part('studio-head');
	head.append(bar, status);
	root.classList.add('studio');
	root.replaceChildren(head, middle);
	return { bar, status, board, side };
}

function part(name: string): HTMLElement {
	const element = document.createElement('div');
	element.className = name;
	return element;
}

/** A button of the bar. */
export function button(text: string, act: () => void, hint = text): HTMLButtonElement {
	const element = document.createElement('button');
	element.type = 'button';
	element.className = 'btn btn-sm text-nowrap';
	element.textContent = text;
	element.title = hint;
	element.addEventListener('click', act);
	return element;
}

/** What undo and redo ask of an editor. */
export type Stack = { undo(): void; redo(): void; canUndo(): boolean; canRedo(): boolean };

/** Undo and redo; to be updated whenever the editor says that something changed. */
export function historyButtons(stack: () => Stack | undefined): { buttons: HTMLElement[]; update: () => void } {
	const undo = button(say('撤销', 'Undo'), () => stack()?.undo(), say('撤销（Ctrl+Z）', 'Undo (Ctrl+Z)'));
	const redo = button(say('重做', 'Redo'), () => stack()?.redo(), say('重做（Ctrl+Y）', 'Redo (Ctrl+Y)'));
	const update = () => {
		undo.disabled = !stack()?.canUndo();
		redo.disabled = !stack()?.canRedo();
	};
	update();
	return { buttons: [undo, redo], update };
}

type Panel = { tab: HTMLButtonElement; panel: HTMLElement };

/** Panels beside the drawing, one shown at a time. */
export class Side {
	readonly element = part('studio-side');
	private readonly tabs = part('studio-tabs nav nav-tabs');
	private readonly panels: Panel[] = [];

	constructor() {
		this.tabs.setAttribute('role', 'tablist');
		this.tabs.addEventListener('keydown', event => this.step(event));
		this.element.append(this.tabs);
	}

	/** Adds a panel; the first one is open. */
	add(name: string, title: string): HTMLElement {
		const tab = button(title, () => this.open(tab));
		tab.className = 'nav-link text-nowrap';
		tab.id = `studio-tab-${name}`;
		tab.setAttribute('role', 'tab');
		tab.setAttribute('aria-controls', `studio-panel-${name}`);
		const panel = part('studio-panel');
		panel.id = `studio-panel-${name}`;
		panel.tabIndex = 0;
		panel.setAttribute('role', 'tabpanel');
		panel.setAttribute('aria-labelledby', tab.id);
		this.panels.push({ tab, panel });
		this.tabs.append(tab);
		this.element.append(panel);
		this.open(this.panels[0]?.tab ?? tab);
		return panel;
	}

	/** Says in the tab how many things lie behind it. */
	count(name: string, title: string, number: number): void {
		const tab = this.tabs.querySelector<HTMLElement>(`#studio-tab-${name}`);
		if (tab) {
			tab.textContent = number > 0 ? `${title} ${number}` : title;
			tab.classList.toggle('studio-alarm', number > 0);
		}
	}

	private open(chosen: HTMLButtonElement): void {
		this.panels.forEach(({ tab, panel }) => {
			panel.hidden = tab !== chosen;
			tab.classList.toggle('active', tab === chosen);
			tab.setAttribute('aria-selected', String(tab === chosen));
			tab.tabIndex = tab === chosen ? 0 : -1;
		});
	}

	private step(event: KeyboardEvent): void {
		const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
		const at = this.panels.findIndex(({ tab }) => tab === document.activeElement);
		const next = this.panels[at + by];
		if (by !== 0 && next) {
			this.open(next.tab);
			next.tab.focus();
		}
	}
}
