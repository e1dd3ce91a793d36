import Modeler from 'dmn-js/lib/Modeler';
import Viewer from 'dmn-js/lib/NavigatedViewer';
import camunda from 'camunda-dmn-moddle/resources/camunda.json';
import diagramCss from 'dmn-js/dist/assets/diagram-js.css?text';
import sharedCss from 'dmn-js/dist/assets/dmn-js-shared.css?text';
import drdCss from 'dmn-js/dist/assets/dmn-js-drd.css?text';
import tableCss from 'dmn-js/dist/assets/dmn-js-decision-table.css?text';
import tableControlsCss from 'dmn-js/dist/assets/dmn-js-decision-table-controls.css?text';
import expressionCss from 'dmn-js/dist/assets/dmn-js-literal-expression.css?text';
import boxedCss from 'dmn-js/dist/assets/dmn-js-boxed-expression.css?text';
import fontCss from 'dmn-js/dist/assets/dmn-font/css/dmn.css?text';
import { adopt } from '../islands';
import { fetchText } from '../server';
import { say } from '../words';
import { Draft } from '../studio/draft';
import { fileButtons } from '../studio/files';
import { Findings } from '../studio/findings';
import { frame, historyButtons, type Stack } from '../studio/frame';
import { meetOthers } from '../studio/presence';
import studioCss from '../studio/studio.css?text';
import { translations } from '../studio/translate';

[diagramCss, sharedCss, drdCss, tableCss, tableControlsCss, expressionCss, boxedCss, fontCss, studioCss].forEach(adopt);

type View = { type: string; element: { id: string } };
type Events = { on(event: string, hear: () => void): void };
type Dmn = {
	importXML(xml: string): Promise<unknown>;
	saveXML(options: object): Promise<{ xml: string }>;
	getViews(): View[];
	open(view: View): Promise<unknown>;
	on(event: string, hear: () => void): void;
	getActiveViewer(): { get<T>(name: string, strict: false): T | undefined } | undefined;
};

/**
 * The editor of a decision table and of what hangs together with it; the same data as bpmn-editor. On a narrow screen, and
 * for those who may not edit, it only shows.
 */
export default async function mount(root: HTMLElement): Promise<void> {
	const xml = await fetchText(root.dataset.fileUrl ?? '');
	const parts = frame(root);
	parts.board.classList.add('studio-table');
	const narrow = window.matchMedia('(max-width: 55rem)').matches;
	const mayEdit = root.dataset.readonly !== 'true' && !narrow;
	const view = { additionalModules: [translations] };
	const dmn = new (mayEdit ? Modeler : Viewer)({
		container: parts.board, drd: view, decisionTable: view, literalExpression: view, boxedExpression: view, moddleExtensions: { camunda }
	}) as Dmn;
	await dmn.importXML(xml);
	await openTable(dmn);
	const findings = new Findings(root, parts.side, () => undefined, id => void openElement(dmn, id));
	if (mayEdit) {
		await keep(root, parts, dmn, findings);
	} else {
		parts.status.textContent = narrow ? say('屏幕太窄，这里只能看；要修改请换宽一点的屏幕。', 'This screen is too narrow: look here, edit on a wider one.') : say('只能查看', 'View only');
	}
	await findings.ask();
}

async function keep(root: HTMLElement, parts: ReturnType<typeof frame>, dmn: Dmn, findings: Findings): Promise<void> {
	const read = async () => (await dmn.saveXML({ format: true })).xml;
	const draft = new Draft(root, parts.status, read, found => findings.tell(found));
	const history = historyButtons(() => dmn.getActiveViewer()?.get<Stack>('commandStack', false));
	parts.bar.append(...history.buttons, ...fileButtons(root, read, async text => {
		const before = await read();
		await dmn.importXML(text).catch(async broken => {
			await dmn.importXML(before);
			throw broken;
		}).finally(() => openTable(dmn));
		draft.changed();
	}));
	meetOthers(root, parts.bar);
	draft.begin(await read());
	const heard = new WeakSet<object>();
	const listen = () => {
		const viewer = dmn.getActiveViewer();
		if (viewer && !heard.has(viewer)) {
			heard.add(viewer);
			viewer.get<Events>('eventBus', false)?.on('commandStack.changed', () => {
				draft.changed();
				history.update();
			});
		}
		history.update();
	};
	dmn.on('views.changed', listen);
	listen();
}

/** One table alone is opened at once; more of them are chosen from the drawing of what depends on what. */
async function openTable(dmn: Dmn): Promise<void> {
	const decisions = dmn.getViews().filter(view => view.type !== 'drd');
	if (decisions.length === 1 && decisions[0]) {
		await dmn.open(decisions[0]);
	}
}

async function openElement(dmn: Dmn, id: string): Promise<void> {
	const view = dmn.getViews().find(each => each.element.id === id);
	if (view) {
		await dmn.open(view);
	}
}
