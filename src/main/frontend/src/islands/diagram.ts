import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import bpmnCss from 'bpmn-js/dist/assets/bpmn-js.css?text';
import diagramCss from 'bpmn-js/dist/assets/diagram-js.css?text';
import { middle, steerByKeys, tools } from '../drawing';
import { adopt } from '../islands';
import { fetchJson, fetchText } from '../server';
import { say } from '../words';

/** Where one drawing stands, as the server tells it. */
type Trace = { modelName: string; version: number; bpmnUrl: string; active: string[]; passed: string[] };

type Standing = 'active' | 'passed';

const words: Record<Standing, string> = {
	active: say('现在在这里', 'It stands here'),
	passed: say('已经走过', 'Already passed')
};

adopt(diagramCss);
adopt(bpmnCss);

/**
 * Shows the drawings a matter runs through, with where it stands and where it has been.
 * <div data-island="diagram" data-url="…"> where the address answers {traces: [...]}.
 */
export default async function mount(root: HTMLElement): Promise<void> {
	const { traces } = await fetchJson<{ traces: Trace[] }>(root.dataset.url ?? '');
	if (traces.length === 0) {
		root.textContent = say('还没有流程图。', 'There is no drawing yet.');
		return;
	}
	const views = traces.map((trace, i) => panel(trace, i));
	const choose = (chosen: number) => views.forEach((view, i) => view.show(i === chosen));
	root.replaceChildren(...tabs(traces, choose), legend(), ...views.map(view => view.element));
	await views[liveliest(traces)]?.show(true);
}

/** The drawing to open first: the last one in which the matter stands somewhere. */
function liveliest(traces: Trace[]): number {
	const live = traces.map((trace, i) => trace.active.length > 0 ? i : -1);
	return Math.max(0, ...live);
}

function tabs(traces: Trace[], choose: (chosen: number) => void): HTMLElement[] {
	if (traces.length < 2) {
		return [];
	}
	const list = document.createElement('div');
	list.className = 'nav nav-tabs mb-2';
	list.setAttribute('role', 'tablist');
	list.append(...traces.map((trace, i) => tab(trace, i, i === liveliest(traces))));
	const pick = (tab: HTMLElement) => {
		[...list.children].forEach(other => mark(other as HTMLElement, other === tab));
		choose([...list.children].indexOf(tab));
	};
	list.addEventListener('click', event => pick((event.target as Element).closest('[role=tab]') as HTMLElement ?? list.firstElementChild));
	list.addEventListener('keydown', event => {
		const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0;
		const next = [...list.children].indexOf(event.target as Element) + step;
		if (step && list.children[next]) {
			(list.children[next] as HTMLElement).focus();
			pick(list.children[next] as HTMLElement);
		}
	});
	return [list];
}

function tab(trace: Trace, index: number, chosen: boolean): HTMLElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'nav-link text-nowrap';
	button.id = `drawing-tab-${index}`;
	button.setAttribute('role', 'tab');
	button.setAttribute('aria-controls', `drawing-${index}`);
	button.textContent = trace.modelName;
	mark(button, chosen);
	return button;
}

function mark(tab: HTMLElement, chosen: boolean): void {
	tab.classList.toggle('active', chosen);
	tab.setAttribute('aria-selected', String(chosen));
	tab.tabIndex = chosen ? 0 : -1;
}

function legend(): HTMLElement {
	const list = document.createElement('ul');
	list.className = 'bpmn-legend';
	list.append(...(['active', 'passed'] as Standing[]).map(standing => {
		const item = document.createElement('li');
		const swatch = document.createElement('span');
		swatch.className = `swatch ${standing}`;
		swatch.setAttribute('aria-hidden', 'true');
		swatch.textContent = sign(standing);
		item.append(swatch, words[standing]);
		return item;
	}));
	return list;
}

/** Said by shape as well as by colour. */
function sign(standing: Standing): string {
	return standing === 'active' ? '▶' : '✓';
}

function panel(trace: Trace, index: number): { element: HTMLElement; show: (on: boolean) => Promise<void> } {
	const element = document.createElement('section');
	element.id = `drawing-${index}`;
	element.hidden = true;
	element.setAttribute('aria-label', trace.modelName);
	let drawn: Promise<void> | undefined;
	return {
		element,
		show(on: boolean) {
			element.hidden = !on;
			return on ? drawn ??= draw(element, trace) : Promise.resolve();
		}
	};
}

function edition(trace: Trace): HTMLElement {
	const line = document.createElement('p');
	line.className = 'text-secondary small mb-0';
	line.textContent = say(`按第 ${trace.version} 版办理`, `Runs on version ${trace.version}`);
	return line;
}

async function draw(element: HTMLElement, trace: Trace): Promise<void> {
	const frame = document.createElement('div');
	frame.className = 'bpmn-drawing';
	const canvas = document.createElement('div');
	canvas.className = 'bpmn-canvas';
	canvas.setAttribute('role', 'group');
	canvas.setAttribute('aria-label', say('流程图：', 'Drawing: ') + trace.modelName);
	frame.append(canvas);
	element.replaceChildren(frame, edition(trace));
	const viewer = new NavigatedViewer({ container: canvas });
	await viewer.importXML(await fetchText(trace.bpmnUrl));
	colour(viewer, trace);
	fit(viewer);
	frame.append(tools(viewer));
	steerByKeys(canvas, viewer);
	element.append(inWords(viewer, trace));
}

function colour(viewer: NavigatedViewer, trace: Trace): void {
	(['passed', 'active'] as Standing[]).forEach(standing => trace[standing].forEach(id => {
		const element = viewer.get<ElementRegistry>('elementRegistry').get(id);
		if (!element) {
			return;
		}
		viewer.get<Canvas>('canvas').addMarker(id, `cuobian-${standing}`);
		if (!('waypoints' in element)) {
			viewer.get<Overlays>('overlays').add(id, { position: { top: -12, left: -12 }, html: badge(standing) });
		}
	}));
}

function badge(standing: Standing): HTMLElement {
	const mark = document.createElement('span');
	mark.className = `bpmn-mark ${standing}`;
	mark.title = words[standing];
	mark.textContent = sign(standing);
	return mark;
}

/** The whole drawing when it is legible so; on a narrow screen the place where the matter stands. */
function fit(viewer: NavigatedViewer): void {
	const canvas = viewer.get<Canvas>('canvas');
	const whole = canvas.zoom('fit-viewport', middle);
	const active = canvas.getContainer().querySelector('.djs-element.cuobian-active')?.getAttribute('data-element-id');
	if (whole < 0.45 && active) {
		canvas.zoom(0.7);
		canvas.scrollToElement(active, 60);
	}
}

/** The same in words, for people who do not see the drawing. */
function inWords(viewer: NavigatedViewer, trace: Trace): HTMLElement {
	const details = document.createElement('details');
	details.className = 'mt-2';
	const summary = document.createElement('summary');
	summary.textContent = say('用文字看走到哪一步', 'Where it stands, in words');
	details.append(summary, ...(['passed', 'active'] as Standing[]).map(standing => {
		const line = document.createElement('p');
		line.className = 'mb-1';
		const names = trace[standing].map(id => nameOf(viewer, id)).filter(Boolean);
		line.textContent = `${words[standing]}${say('：', ': ')}${names.join(say('、', ', ')) || say('无', 'nothing')}`;
		return line;
	}));
	return details;
}

function nameOf(viewer: NavigatedViewer, id: string): string {
	const element = viewer.get<ElementRegistry>('elementRegistry').get(id);
	return element && !('waypoints' in element) ? String(element.businessObject?.name ?? '') : '';
}
