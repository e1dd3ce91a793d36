// Beside the drawing: every task with its post, form and clock, and the row of the time-limit table to change.
import { announce } from '../notices';
import { fetchJson, Trouble } from '../server';
import { chinese, say } from '../words';
import type { Draft } from './draft';
import { button } from './frame';
import type { Choice } from './steps';

/** A row of the draft's copy of the time-limit table. */
export type Limit = { rule: string; code: string; place: string; amount: number; unit: string; counting: string; rungs: string; extension: number; source: string };
/** A task of the drawing as the panel needs it; the clock is the code of its time limit. */
export type Task = { id: string; name: string; post: string; form: string; clock: string };

/** Every unit that can be counted, with the way it is counted. */
const countings: Record<string, string> = {
	'day/working': say('工作日', 'working days'), 'day/calendar': say('自然日', 'calendar days'),
	'day/exact': say('自然日，末日不顺延', 'calendar days, not carried over a holiday'), 'month/calendar': say('个月', 'months'),
	'hour/hours': say('小时（连续）', 'hours without a break'), 'hour/opening': say('小时（上班时间）', 'hours of opening'),
	'day/backward': say('自然日，往回数', 'calendar days counted back'), 'day/backward-working': say('工作日，往回数', 'working days counted back'),
	'month/backward': say('个月，往回数', 'months counted back')
};

/** “3 个工作日”. */
export function inWords(limit: Limit): string {
	const word = countings[`${limit.unit}/${limit.counting}`] ?? `${limit.unit} ${limit.counting}`;
	return chinese ? `${limit.amount} ${limit.unit === 'day' ? '个' : ''}${word}` : `${limit.amount} ${limit.amount === 1 ? word.replace(/(day|month|hour)s/, '$1') : word}`;
}

/** The panel; it reads the tasks anew whenever it is asked to. */
export class Limits {
	private limits: Limit[] = [];

	/**
	 * @param draft writes in turn with the drawing; absent where the reader may not edit
	 * @param tasks of the drawing as it stands
	 * @param lead brings a task into view
	 */
	constructor(private readonly panel: HTMLElement, private readonly url: string, private readonly draft: Draft | undefined,
		private readonly posts: Choice[], private readonly tasks: () => Task[], private readonly lead: (id: string) => void) {
		panel.classList.add('studio-limits');
	}

	/** What a drop-down may offer: each code once, with its days. */
	async codes(): Promise<Choice[]> {
		await this.load();
		const general = this.limits.filter(limit => limit.place === '');
		return general.map(limit => ({ value: limit.code, name: `${limit.code}（${inWords(limit)}）` }));
	}

	async load(): Promise<void> {
		this.limits = (await fetchJson<{ rows: Limit[] }>(this.url)).rows;
		this.draw();
	}

	draw(): void {
		const open = this.panel.querySelector('form');
		if (open) {
			return; // whoever is typing a number keeps the form
		}
		const list = document.createElement('ul');
		list.append(...this.tasks().map(task => this.task(task)));
		this.panel.replaceChildren(list);
	}

	private task(task: Task): HTMLElement {
		const item = document.createElement('li');
		const name = document.createElement('button');
		name.type = 'button';
		name.className = 'studio-task';
		name.textContent = task.name || task.id;
		name.addEventListener('click', () => this.lead(task.id));
		const post = this.posts.find(choice => choice.value === task.post)?.name ?? task.post;
		item.append(name, fact(say('岗位', 'Post'), post), fact(say('表单', 'Form'), task.form));
		const rows = this.limits.filter(limit => limit.code === task.clock);
		item.append(...rows.map(row => this.row(row)));
		if (rows.length === 0) {
			item.append(fact(say('时限', 'Limit'), task.clock ? say(`时限表里没有 ${task.clock}`, `${task.clock} is not in the table`) : say('没有设置', 'none')));
		}
		return item;
	}

	private row(limit: Limit): HTMLElement {
		const line = fact(limit.place ? say(`时限（${limit.place}）`, `Limit (${limit.place})`) : say('时限', 'Limit'), inWords(limit));
		line.classList.add('studio-limit');
		line.dataset.code = limit.code;
		line.title = say('依据：', 'Source: ') + limit.source;
		if (this.draft) {
			const change = button(say('改', 'Change'), () => line.replaceWith(this.form(limit)));
			change.setAttribute('aria-label', say(`改时限 ${limit.code} ${limit.place}`, `Change limit ${limit.code} ${limit.place}`));
			line.append(' ', change);
		}
		const source = document.createElement('small');
		source.textContent = limit.source;
		line.append(source);
		return line;
	}

	private form(limit: Limit): HTMLElement {
		const form = document.createElement('form');
		form.className = 'studio-limit-form';
		const trouble = document.createElement('p');
		trouble.className = 'text-danger';
		trouble.setAttribute('role', 'alert');
		form.append(number('amount', say('数量', 'Amount'), limit.amount, 1), choice('counted', say('单位', 'Unit'), inTheSameDirection(limit), `${limit.unit}/${limit.counting}`),
			text('rungs', say('提醒', 'Reminders'), limit.rungs, say('如 80% due +1wd：用去八成、到期、到期后一个工作日', 'e.g. 80% due +1wd')),
			number('extension', say('最多可延', 'Extension at most'), limit.extension, 0),
			text('source', say('依据', 'Source'), limit.source, ''), trouble,
			button(say('不改', 'Cancel'), () => this.shut(form)));
		const send = button(say('改好', 'Save'), () => undefined);
		send.type = 'submit';
		send.classList.add('btn-primary');
		form.append(send);
		form.addEventListener('submit', event => {
			event.preventDefault();
			void this.save(form, limit, trouble);
		});
		return form;
	}

	private shut(form: HTMLElement): void {
		form.remove();
		this.draw();
	}

	private async save(form: HTMLFormElement, limit: Limit, trouble: HTMLElement): Promise<void> {
		const typed = Object.fromEntries(new FormData(form)) as Record<string, string>;
		const [unit = '', counting = ''] = (typed.counted ?? '').split('/');
		const changed: Limit = { ...limit, unit, counting, amount: Number(typed.amount), extension: Number(typed.extension), rungs: typed.rungs ?? '', source: typed.source ?? '' };
		try {
			await this.draft?.put(this.url, JSON.stringify(changed), 'application/json');
			form.remove();
			await this.load();
			announce(say('时限已改：', 'Limit changed: ') + inWords(changed));
		} catch (problem) {
			const { message, fields } = problem as Trouble;
			trouble.textContent = Object.values(fields).join(' ') || message;
		}
	}
}

/** Whoever counts forward cannot be made to count back: the procedure asks for the one or the other. */
function inTheSameDirection(limit: Limit): Record<string, string> {
	const back = limit.counting.startsWith('backward');
	return Object.fromEntries(Object.entries(countings).filter(([way]) => way.includes('backward') === back));
}

function fact(label: string, value: string): HTMLElement {
	const line = document.createElement('div');
	const name = document.createElement('span');
	name.className = 'studio-label';
	name.textContent = label;
	const words = document.createElement('span');
	words.textContent = value;
	line.append(name, words);
	return line;
}

function field(label: string, input: HTMLElement): HTMLElement {
	const around = document.createElement('label');
	around.append(label, input);
	return around;
}

function number(name: string, label: string, value: number, least: number): HTMLElement {
	const input = text(name, label, String(value), '').querySelector('input') as HTMLInputElement;
	input.type = 'number';
	input.min = String(least);
	input.required = true;
	return field(label, input);
}

function text(name: string, label: string, value: string, hint: string): HTMLElement {
	const input = document.createElement('input');
	input.className = 'form-control form-control-sm';
	input.name = name;
	input.value = value;
	input.placeholder = hint;
	input.title = hint;
	return field(label, input);
}

function choice(name: string, label: string, words: Record<string, string>, chosen: string): HTMLElement {
	const select = document.createElement('select');
	select.className = 'form-select form-select-sm';
	select.name = name;
	select.append(...Object.entries(words).map(([value, word]) => new Option(word, value, false, value === chosen)));
	return field(label, select);
}
