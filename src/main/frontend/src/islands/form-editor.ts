import { createFormEditor } from '@bpmn-io/form-js-editor';
import { createForm } from '@bpmn-io/form-js-viewer';
import editorCss from '@bpmn-io/form-js-editor/dist/assets/form-js-editor.css?text';
import dragCss from '@bpmn-io/form-js-editor/dist/assets/dragula.css?text';
import panelCss from '@bpmn-io/form-js-editor/dist/assets/properties-panel.css?text';
import formCss from '@bpmn-io/form-js-viewer/dist/assets/form-js.css?text';
import { inReadersLanguage, translations } from '../form-words';
import { adopt } from '../islands';
import { fetchText } from '../server';
import { say } from '../words';
import { Draft } from '../studio/draft';
import { fileButtons } from '../studio/files';
import { Findings } from '../studio/findings';
import { frame, historyButtons, type Frame, type Stack } from '../studio/frame';
import words from '../studio/form-editor-words.json';
import { speakBelow } from '../studio/observed-words';
import { meetOthers } from '../studio/presence';
import { sample, type Schema } from '../studio/sample';
import studioCss from '../studio/studio.css?text';

[formCss, editorCss, dragCss, panelCss, studioCss].forEach(adopt);

/** What the server can check (ComponentTypes); "default" is the form itself. */
const types = ['default', 'textfield', 'textarea', 'datetime', 'number', 'checkbox', 'radio', 'select', 'checklist', 'taglist', 'text', 'group'];

function offered(formFields: { _formFields: Record<string, unknown> }): void {
	Object.keys(formFields._formFields).filter(type => !types.includes(type)).forEach(type => delete formFields._formFields[type]);
}
offered.$inject = ['formFields'];

type Events = { on(event: string, hear: () => void): void };
type Editor = Events & { getSchema(): Schema; importSchema(schema: Schema): Promise<unknown>; get<T>(name: string): T };

/** The editor of a form, with the form as people will see it beside it; the same data as bpmn-editor. */
export default async function mount(root: HTMLElement): Promise<void> {
	const text = await fetchText(root.dataset.fileUrl ?? '');
	const parts = frame(root);
	const shown = await preview(parts.side.add('preview', say('预览', 'Preview')), JSON.parse(text) as Schema);
	const findings = new Findings(root, parts.side, () => undefined, () => undefined);
	const narrow = window.matchMedia('(max-width: 55rem)').matches;
	if (root.dataset.readonly === 'true' || narrow) {
		parts.board.remove();
		root.classList.add('studio-preview-only');
		parts.status.textContent = narrow ? say('屏幕太窄，这里只能看；要修改请换宽一点的屏幕。', 'This screen is too narrow: look here, edit on a wider one.') : say('只能查看', 'View only');
	} else {
		await edit(root, parts, text, shown, findings);
	}
	await findings.ask();
}

async function edit(root: HTMLElement, parts: Frame, text: string, shown: (schema: Schema) => void, findings: Findings): Promise<void> {
	speakBelow(parts.board, words, '.fjs-palette-container, .fjs-properties-container, .fjs-empty-editor, .fjs-context-pad');
	parts.board.classList.add('studio-form');
	const editor = await createFormEditor({
		container: parts.board, schema: JSON.parse(text), additionalModules: [{ __init__: ['cuobianOffered'], cuobianOffered: ['type', offered] }]
	}) as unknown as Editor;
	const read = async () => JSON.stringify(editor.getSchema(), null, 2) + '\n';
	const draft = new Draft(root, parts.status, read, found => findings.tell(found));
	const history = historyButtons(() => editor.get<Stack>('commandStack'));
	parts.bar.append(...history.buttons, ...fileButtons(root, read, async taken => {
		await editor.importSchema(JSON.parse(taken) as Schema);
		draft.changed();
		shown(editor.getSchema());
	}));
	meetOthers(root, parts.bar);
	draft.begin(await read());
	editor.on('changed', () => window.setTimeout(() => {
		draft.changed();
		history.update();
		shown(editor.getSchema());
	}));
}

/** The form on sample data; the next drawing of it waits until nobody has changed anything for a moment. */
async function preview(panel: HTMLElement, schema: Schema): Promise<(schema: Schema) => void> {
	panel.classList.add('studio-preview');
	const viewer = await createForm({ container: panel, schema: inReadersLanguage(schema), data: sample(schema), additionalModules: [translations] });
	let timer = 0;
	return next => {
		window.clearTimeout(timer);
		timer = window.setTimeout(() => void viewer.importSchema(inReadersLanguage(next), sample(next)), 300);
	};
}
