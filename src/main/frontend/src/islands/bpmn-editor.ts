import type Canvas from 'diagram-js/lib/core/Canvas';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type Modeler from 'bpmn-js/lib/Modeler';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import bpmnCss from 'bpmn-js/dist/assets/bpmn-js.css?text';
import diagramCss from 'bpmn-js/dist/assets/diagram-js.css?text';
import { middle, steerByKeys, tools } from '../drawing';
import { adopt } from '../islands';
import { fetchJson, fetchText } from '../server';
import { say } from '../words';
import { lead, markFindings, nameOf, tasks } from '../studio/drawing-board';
import { Draft } from '../studio/draft';
import { Findings } from '../studio/findings';
import { fileButtons } from '../studio/files';
import { button, frame, historyButtons, type Frame, type Stack } from '../studio/frame';
import { Limits } from '../studio/limits';
import { withOurPrefixes } from '../studio/prefixes';
import { meetOthers } from '../studio/presence';
import { ready, type Choice, type Template } from '../studio/steps';
import studioCss from '../studio/studio.css?text';

[diagramCss, bpmnCss, studioCss].forEach(adopt);

/**
 * The editor of a procedure.
 * <div data-island="bpmn-editor" data-file="room/name.bpmn" data-file-url data-lint-url data-limits-url data-templates-url
 *      data-revision data-readonly="false" data-posts='[{"value": "hall-secretary", "name": "…"}]' data-forms='[{…}]'>
 * On a screen too narrow to draw on, and for those who may not edit, it only shows.
 */
export default async function mount(root: HTMLElement): Promise<void> {
	const xml = await fetchText(root.dataset.fileUrl ?? '');
	const parts = frame(root);
	const narrow = window.matchMedia('(max-width: 55rem)').matches;
	await (root.dataset.readonly === 'true' || narrow ? show(root, parts, xml, narrow) : edit(root, parts, xml));
}

async function show(root: HTMLElement, parts: Frame, xml: string, narrow: boolean): Promise<void> {
	const viewer = new NavigatedViewer({ container: parts.board, moddleExtensions: { camunda } });
	await viewer.importXML(xml);
	fit(viewer);
	parts.board.append(tools(viewer));
	steerByKeys(parts.board, viewer);
	parts.status.textContent = narrow ? say('屏幕太窄，这里只能看；要修改请换宽一点的屏幕。', 'This screen is too narrow: look here, edit on a wider one.') : say('只能查看', 'View only');
	const panel = parts.side.add('limits', say('时限', 'Limits'));
	const limits = new Limits(panel, root.dataset.limitsUrl ?? '', undefined, choices(root, 'posts'), () => tasks(viewer), id => lead(viewer, id));
	const findings = new Findings(root, parts.side, own => markFindings(viewer, own), id => lead(viewer, id), id => nameOf(viewer, id));
	await Promise.all([limits.load(), findings.ask()]);
}

async function edit(root: HTMLElement, parts: Frame, xml: string): Promise<void> {
	const [{ modeler: open }, { simulationButton }] = await Promise.all([import('../studio/bpmn-modeler'), import('../studio/simulation')]);
	const properties = parts.side.add('properties', say('属性', 'Properties'));
	properties.classList.add('studio-properties');
	const modeler = open(parts.board, properties);
	const read = async () => (await modeler.saveXML({ format: true })).xml ?? '';
	await modeler.importXML(withOurPrefixes(xml));
	fit(modeler);

	const draft = new Draft(root, parts.status, read, found => findings.tell(found));
	const panel = parts.side.add('limits', say('时限', 'Limits'));
	const limits = new Limits(panel, root.dataset.limitsUrl ?? '', draft, choices(root, 'posts'), () => tasks(modeler), id => lead(modeler, id));
	const take = async (text: string) => {
		await replace(modeler, text);
		draft.changed();
	};
	const history = historyButtons(() => modeler.get<Stack>('commandStack'));
	parts.bar.append(...history.buttons, button(say('全图', 'All'), () => fit(modeler), say('显示全图', 'Show the whole drawing')), ...fileButtons(root, read, take));
	const simulate = simulationButton(modeler, root, parts.board);
	const findings = new Findings(root, parts.side, own => {
		markFindings(modeler, own);
		simulate(own.length);
	}, id => lead(modeler, id), id => nameOf(modeler, id));

	meetOthers(root, parts.bar);
	draft.begin(await read());
	modeler.get<EventBus>('eventBus').on('commandStack.changed', () => {
		draft.changed();
		history.update();
		limits.draw();
	});
	await Promise.all([templates(root, modeler, limits), findings.ask()]);
}

/** The steps to choose from; their lists are those of this draft: its clocks, its forms. */
async function templates(root: HTMLElement, modeler: Modeler, limits: Limits): Promise<void> {
	const [raw, clocks] = await Promise.all([fetchJson<Template[]>(root.dataset.templatesUrl ?? ''), limits.codes()]);
	const room = (root.dataset.file ?? '').split('/')[0] ?? '';
	const posts = choices(root, 'posts').map(post => ({ name: post.name, value: `\${posts.at('${post.value}', place)}` }));
	const stops = clocks.map(clock => ({ name: clock.name, value: `\${clocks.stop('${clock.value}', matterId)}` }));
	const carriers = choices(root, 'posts').map(post => ({ name: post.name, value: `\${'${post.value}'}` }));
	carriers.unshift({ name: say('前面的步骤定的', 'As an earlier step decided'), value: '${carrier}' });
	modeler.get<{ setTemplates(templates: Template[]): void }>('elementTemplatesLoader')
		.setTemplates(ready(raw, room, { clocks, stops, posts, carriers, forms: forms(root, modeler) }));
}

/** A form is known by its file; the tasks that ask it say more. */
function forms(root: HTMLElement, modeler: Modeler): Choice[] {
	const asked = tasks(modeler);
	return choices(root, 'forms').map(({ value }) => {
		const names = asked.filter(task => task.form === value).map(task => task.name);
		return { value, name: `${value}（${names.join('、') || say('还没有用到', 'not used yet')}）` };
	});
}

/** A broken file leaves the drawing as it was. */
async function replace(modeler: Modeler, text: string): Promise<void> {
	const { xml } = await modeler.saveXML({ format: true });
	try {
		await modeler.importXML(withOurPrefixes(text));
		fit(modeler);
	} catch (broken) {
		await modeler.importXML(xml ?? '');
		throw broken;
	}
}

function fit(viewer: NavigatedViewer | Modeler): void {
	viewer.get<Canvas>('canvas').zoom('fit-viewport', middle);
}

function choices(root: HTMLElement, name: string): Choice[] {
	return JSON.parse(root.dataset[name] ?? '[]') as Choice[];
}
