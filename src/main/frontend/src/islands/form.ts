import { createForm } from '@bpmn-io/form-js-viewer';
import formCss from '@bpmn-io/form-js-viewer/dist/assets/form-js.css?text';
import pickerCss from '@bpmn-io/form-js-viewer/dist/assets/flatpickr/light.css?text';
import flatpickr from 'flatpickr';
import { Mandarin } from 'flatpickr/dist/l10n/zh.js';
import { inReadersLanguage, translations } from '../form-words';
import { adopt } from '../islands';
import { announce } from '../notices';
import { sendJson, Trouble } from '../server';
import { typedEarly } from '../typed-early';
import { markSaved, markUnsaved } from '../unsaved';
import { chinese, locale, say } from '../words';

type Values = Record<string, unknown>;
type Viewer = Awaited<ReturnType<typeof createForm>>;

const draftDelay = 1500;
/** Without this what was typed in the last 300 ms before sending is lost. */
const immediate = { debounce: false };

adopt(formCss);
adopt(pickerCss);
if (chinese) {
	flatpickr.localize(Mandarin);
}

/**
 * The form of a task, beside the ordinary HTML form that sends it:
 * <div data-island="form" data-form="complete" data-draft-url="…"
 *      data-schema="{…}" data-values="{…}" data-errors='{"field": "sentence"}'>the same fields without scripts</div>
 * <form id="complete" method="post">… <button>…</button></form>
 * Sending puts the answers as JSON into the field "values" of the HTML form. What is typed is kept on the server as a
 * draft: PUT {values} to the draft's address. With data-readonly="true" the form only shows.
 */
export default async function mount(root: HTMLElement): Promise<void> {
	const schema = inReadersLanguage(read<Record<string, unknown>>(root, 'schema') ?? {});
	const early = typedEarly(root);
	const values = { ...read<Values>(root, 'values'), ...early };
	const errors = read<Record<string, string>>(root, 'errors') ?? {};
	const place = document.createElement('div');
	const status = statusLine();
	root.replaceChildren(place, status);
	const viewer = await createForm({ container: place, schema, data: values, additionalModules: [translations], ...immediate });
	if (root.dataset.readonly === 'true') {
		viewer.setProperty('readOnly', true);
		return;
	}
	showErrors(viewer, errors);
	nameGroups(root);
	viewer.on('changed', () => {
		// a listener that returns something ends the event for those after it: the form would no longer be drawn anew
		window.setTimeout(() => nameGroups(root));
	});
	const draft = keepDraft(root, viewer, status, Object.keys(early).length > 0);
	sendWith(root, viewer, status, draft);
}

function read<T>(root: HTMLElement, name: string): T | undefined {
	const text = root.dataset[name];
	return text ? JSON.parse(text) as T : undefined;
}

function statusLine(): HTMLElement {
	const line = document.createElement('p');
	line.className = 'form-status mb-0';
	line.setAttribute('role', 'status');
	return line;
}

/** What is typed so far: also what does not yet pass the checks. */
function answers(viewer: Viewer): Values {
	return viewer._getState().data;
}

type Draft = { stop: () => void };

function keepDraft(root: HTMLElement, viewer: Viewer, status: HTMLElement, unsaved: boolean): Draft {
	const url = root.dataset.draftUrl;
	let timer = 0;
	let sending = Promise.resolve();
	let stopped = false;
	let saved = unsaved ? '' : JSON.stringify(answers(viewer));
	const save = () => sending = sending.then(async () => {
		const sent = JSON.stringify(answers(viewer));
		if (stopped || !url || sent === saved) {
			return;
		}
		try {
			await sendJson('PUT', url, { values: JSON.parse(sent) });
			saved = sent;
			if (sent === JSON.stringify(answers(viewer))) {
				markSaved(root);
			}
			status.textContent = say('草稿已保存 ', 'Draft saved ') + new Date().toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
		} catch (trouble) {
			status.textContent = say('草稿没有存上：', 'The draft was not saved: ') + (trouble as Trouble).message;
		}
	});
	const saveSoon = () => {
		if (JSON.stringify(answers(viewer)) !== saved) {
			markUnsaved(root);
			status.textContent = '';
		}
		window.clearTimeout(timer);
		timer = window.setTimeout(save, draftDelay);
	};
	viewer.on('changed', saveSoon);
	if (unsaved) {
		saveSoon();
	}
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'hidden' && timer) {
			window.clearTimeout(timer);
			void save();
		}
	});
	return {
		stop() {
			stopped = true;
			window.clearTimeout(timer);
			markSaved(root);
		}
	};
}

function sendWith(root: HTMLElement, viewer: Viewer, status: HTMLElement, draft: Draft): void {
	const form = document.getElementById(root.dataset.form ?? '') as HTMLFormElement | null;
	form?.addEventListener('submit', event => {
		if ((event.submitter as HTMLButtonElement | null)?.formNoValidate) {
			return;
		}
		const { data, errors } = viewer.submit();
		const wrong = Object.keys(errors).length;
		if (wrong > 0) {
			event.preventDefault();
			event.stopImmediatePropagation();
			status.textContent = say(`有 ${wrong} 处没有填对，请改正后再提交。`, `${wrong} fields need correcting before you can submit.`);
			announce(status.textContent);
			focusFirstError(root);
			return;
		}
		draft.stop();
		hidden(form, 'values').value = JSON.stringify(data);
	}, true);
}

function hidden(form: HTMLFormElement, name: string): HTMLInputElement {
	const present = form.querySelector<HTMLInputElement>(`input[type="hidden"][name="${name}"]`);
	if (present) {
		return present;
	}
	const field = document.createElement('input');
	field.type = 'hidden';
	field.name = name;
	form.append(field);
	return field;
}

function showErrors(viewer: Viewer, errors: Record<string, string>): void {
	if (Object.keys(errors).length === 0) {
		return;
	}
	const byId = fieldIds(viewer);
	viewer._setState({ errors: Object.fromEntries(Object.entries(errors).map(([key, sentence]) => [byId[key] ?? key, [sentence]])) });
}

/** form-js keeps errors by the id of the component; the server speaks of keys. */
function fieldIds(viewer: Viewer): Record<string, string> {
	const ids: Record<string, string> = {};
	const walk = (component: { key?: string; id?: string; components?: unknown[] }) => {
		if (component.key && component.id) {
			ids[component.key] = component.id;
		}
		component.components?.forEach(part => walk(part as typeof component));
	};
	walk(viewer._getState().schema);
	return ids;
}

/** form-js gives a group of choices a label that belongs to none of them. */
function nameGroups(root: HTMLElement): void {
	root.querySelectorAll('.fjs-form-field-radio, .fjs-form-field-checklist').forEach(group => {
		group.setAttribute('role', group.classList.contains('fjs-form-field-radio') ? 'radiogroup' : 'group');
		group.setAttribute('aria-label', group.querySelector('.fjs-label-content')?.textContent?.replace('*', '') ?? '');
	});
}

function focusFirstError(root: HTMLElement): void {
	window.setTimeout(() => {
		const field = root.querySelector('.fjs-has-errors');
		field?.scrollIntoView({ block: 'center' });
		field?.querySelector<HTMLElement>('input, textarea, select, [tabindex]')?.focus();
	}, 50);
}
