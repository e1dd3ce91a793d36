import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import bpmnCss from 'bpmn-js/dist/assets/bpmn-js.css?text';
import diagramCss from 'bpmn-js/dist/assets/diagram-js.css?text';
import { middle, steerByKeys, tools } from '../drawing';
import { adopt } from '../islands';
import { fetchText } from '../server';
import { say } from '../words';

type Mark = 'ADDED' | 'REMOVED' | 'CHANGED' | 'MOVED';

const signs: Record<Mark, string> = { ADDED: '+', REMOVED: '−', CHANGED: '~', MOVED: '↔' };
const words: Record<Mark, string> = {
	ADDED: say('新增', 'New'),
	REMOVED: say('删除', 'Gone'),
	CHANGED: say('改动', 'Changed'),
	MOVED: say('只挪位置', 'Only moved')
};

/** Smaller than this nobody can read the names. */
const legible = 0.75;

adopt(diagramCss);
adopt(bpmnCss);

/** An entry of the list in words, with the elements it speaks of. */
type Entry = { line: HTMLElement; mark: Mark; elements: string[] };

/**
 * Two states of a drawing side by side, with what differs marked in both. They move and zoom together.
 * <div data-island="compare" data-file="…" data-before="…" data-after="…">; the list in words stands in the same section.
 */
export default async function mount(root: HTMLElement): Promise<void> {
	const entries = [...(root.closest('section')?.querySelectorAll<HTMLElement>('[data-elements]') ?? [])].map(line =>
		({ line, mark: line.dataset.mark as Mark, elements: (line.dataset.elements ?? '').split(' ').filter(Boolean) }));
	const frame = document.createElement('div');
	frame.className = 'diff-drawings';
	root.replaceChildren(legend(), frame);
	const viewers = await Promise.all([
		panel(frame, say('改前', 'Before'), root.dataset.before),
		panel(frame, say('改后', 'After'), root.dataset.after)]);
	const drawn = viewers.filter(viewer => viewer !== undefined);
	drawn.forEach(viewer => colour(viewer, entries));
	const follow = together(drawn);
	drawn[0]?.get<Canvas>('canvas').zoom('fit-viewport', middle);
	const centre = (elements: string[]) => follow.apart(() => {
		const shown = drawn.filter(viewer => show(viewer, elements));
		drawn.filter(viewer => !shown.includes(viewer)).forEach(viewer => shown[0] && look(viewer, shown[0]));
	});
	entries.filter(entry => entry.elements.length > 0).forEach(entry => entry.line.append(button(() => {
		point(entries, entry);
		centre(entry.elements);
		frame.scrollIntoView({ block: 'nearest' });
	})));
	drawn.forEach(viewer => viewer.get<EventBus>('eventBus').on('element.click', ({ element }: { element: { id: string } }) => {
		const entry = entries.find(each => each.elements.includes(element.id));
		if (entry) {
			point(entries, entry);
			entry.line.scrollIntoView({ block: 'center' });
			entry.line.querySelector('button')?.focus({ preventScroll: true });
			centre([element.id]);
		}
	}));
}

/** One side; nothing is drawn where the file does not exist. */
async function panel(frame: HTMLElement, title: string, url: string | undefined): Promise<NavigatedViewer | undefined> {
	const side = document.createElement('section');
	side.setAttribute('aria-label', title);
	const heading = document.createElement('h4');
	heading.textContent = title;
	const drawing = document.createElement('div');
	drawing.className = 'bpmn-drawing';
	const canvas = document.createElement('div');
	canvas.className = 'bpmn-canvas';
	canvas.setAttribute('role', 'group');
	canvas.setAttribute('aria-label', say('流程图：', 'Drawing: ') + title);
	drawing.append(canvas);
	side.append(heading, drawing);
	frame.append(side);
	if (!url) {
		canvas.textContent = say('这一边没有这张图。', 'There is no such drawing on this side.');
		return undefined;
	}
	const viewer = new NavigatedViewer({ container: canvas });
	await viewer.importXML(await fetchText(url));
	drawing.append(tools(viewer));
	steerByKeys(canvas, viewer);
	return viewer;
}

function colour(viewer: NavigatedViewer, entries: Entry[]): void {
	const registry = viewer.get<ElementRegistry>('elementRegistry');
	entries.forEach(({ mark, elements }) => elements.forEach(id => {
		const element = registry.get(id);
		if (!element) {
			return;
		}
		viewer.get<Canvas>('canvas').addMarker(id, `cuobian-${mark}`);
		if (element.parent && !(mark === 'MOVED' && 'waypoints' in element)) {
			const offset = 'waypoints' in element ? { top: 0, left: 0 } : { top: -12, left: -12 };
			viewer.get<Overlays>('overlays').add(id, { position: offset, html: badge(mark) });
		}
	}));
}

function badge(mark: Mark): HTMLElement {
	const sign = document.createElement('span');
	sign.className = `bpmn-mark ${mark}`;
	sign.title = words[mark];
	sign.textContent = signs[mark];
	return sign;
}

function legend(): HTMLElement {
	const list = document.createElement('ul');
	list.className = 'bpmn-legend';
	list.append(...(Object.keys(signs) as Mark[]).map(mark => {
		const item = document.createElement('li');
		item.append(badge(mark), words[mark]);
		return item;
	}));
	return list;
}

/** What is seen on one side is seen on the other, unless told otherwise. */
function together(viewers: NavigatedViewer[]): { apart: (act: () => void) => void } {
	let following = false;
	const once = (act: () => void) => {
		if (!following) {
			following = true;
			act();
			following = false;
		}
	};
	viewers.forEach(viewer => viewer.get<EventBus>('eventBus').on('canvas.viewbox.changed',
		() => once(() => viewers.filter(other => other !== viewer).forEach(other => look(other, viewer)))));
	return { apart: once };
}

/** Shows the same part of the drawing as the other. */
function look(viewer: NavigatedViewer, as: NavigatedViewer): void {
	const { x, y, width, height } = as.get<Canvas>('canvas').viewbox();
	viewer.get<Canvas>('canvas').viewbox({ x, y, width, height });
}

/** Brings the first of these elements that this side has to the middle; false where it has none of them. */
function show(viewer: NavigatedViewer, elements: string[]): boolean {
	const canvas = viewer.get<Canvas>('canvas');
	const registry = viewer.get<ElementRegistry>('elementRegistry');
	registry.forEach(each => canvas.removeMarker(each.id, 'cuobian-here'));
	const id = elements.find(each => registry.get(each));
	if (!id) {
		return false;
	}
	if (canvas.zoom() < legible) {
		canvas.zoom(legible);
	}
	canvas.addMarker(id, 'cuobian-here');
	const element = registry.get(id) as unknown as { x?: number; y?: number; width?: number; height?: number; waypoints?: { x: number; y: number }[] };
	const [x, y] = element.waypoints ? [element.waypoints[0]?.x ?? 0, element.waypoints[0]?.y ?? 0]
		: [(element.x ?? 0) + (element.width ?? 0) / 2, (element.y ?? 0) + (element.height ?? 0) / 2];
	const { width, height } = canvas.viewbox();
	canvas.viewbox({ x: x - width / 2, y: y - height / 2, width, height });
	return true;
}

function button(act: () => void): HTMLElement {
	const press = document.createElement('button');
	press.type = 'button';
	press.className = 'btn btn-sm ms-2 d-print-none';
	press.textContent = say('看图', 'Show');
	press.addEventListener('click', act);
	return press;
}

function point(entries: Entry[], here: Entry): void {
	entries.forEach(entry => entry.line.classList.toggle('here', entry === here));
}
