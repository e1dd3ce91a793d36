// What the gate holds against the draft: a list of sentences, each leading to where it is to be mended.
import { announce } from '../notices';
import { fetchJson } from '../server';
import { say } from '../words';
import type { Finding } from './draft';
import type { Side } from './frame';

const title = say('检查', 'Check');

/** The list in the side panel. */
export class Findings {
	private readonly panel: HTMLElement;
	private known = -1;

	/**
	 * @param file the path of the file in the editor
	 * @param show what the editor does with the findings of its own file: marks and overlays
	 * @param lead brings an element into view
	 * @param name of an element as the designer knows it; its id alone says little
	 */
	constructor(private readonly root: HTMLElement, private readonly side: Side,
		private readonly show: (own: Finding[]) => void, private readonly lead: (element: string) => void, private readonly name: (element: string) => string = () => '') {
		this.panel = side.add('findings', title);
		this.panel.classList.add('studio-findings');
	}

	/** Asks the gate about the draft as the server has it, and goes where the address of the page points to. */
	async ask(): Promise<void> {
		const { findings } = await fetchJson<{ findings: Finding[] }>(this.root.dataset.lintUrl ?? '');
		this.tell(findings);
		this.lead(new URLSearchParams(location.search).get('element') ?? '');
	}

	tell(findings: Finding[]): void {
		const own = findings.filter(finding => finding.file === this.root.dataset.file);
		this.show(own);
		this.side.count('findings', title, findings.length);
		const list = document.createElement('ol');
		list.append(...own.map(finding => this.line(finding)), ...findings.filter(finding => !own.includes(finding)).map(elsewhere));
		this.panel.replaceChildren(summary(findings.length), list);
		if (this.known !== findings.length && this.known !== -1) {
			announce(findings.length === 0 ? say('检查通过', 'No findings') : say(`检查发现 ${findings.length} 处问题`, `${findings.length} findings`));
		}
		this.known = findings.length;
	}

	private line(finding: Finding): HTMLElement {
		const item = document.createElement('li');
		const sentence = document.createElement('button');
		sentence.type = 'button';
		const name = document.createElement('strong');
		name.textContent = this.name(finding.element);
		sentence.append(name, ' ', finding.sentence);
		sentence.dataset.element = finding.element;
		sentence.addEventListener('click', () => this.lead(finding.element));
		item.append(sentence);
		return item;
	}
}

function elsewhere(finding: Finding): HTMLElement {
	const item = document.createElement('li');
	const link = document.createElement('a');
	link.href = `?${new URLSearchParams({ file: finding.file, element: finding.element })}`;
	link.textContent = finding.file;
	item.append(link, document.createElement('br'), finding.sentence);
	return item;
}

function summary(count: number): HTMLElement {
	const line = document.createElement('p');
	line.textContent = count === 0 ? say('检查通过，没有发现问题。', 'The gate finds nothing wrong.')
		: say(`有 ${count} 处问题，改好后才能提交。点一条，就到要改的地方。`, `${count} things to mend before the draft can be submitted. Choose one to go there.`);
	return line;
}
