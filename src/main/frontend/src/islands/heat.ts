import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import bpmnCss from 'bpmn-js/dist/assets/bpmn-js.css?text';
import diagramCss from 'bpmn-js/dist/assets/diagram-js.css?text';
import { middle, steerByKeys, tools } from '../drawing';
import { adopt } from '../islands';
import { fetchText } from '../server';
import { say } from '../words';

adopt(diagramCss);
adopt(bpmnCss);

/**
 * Colours a drawing by the rows of a table on the same page and writes their numbers on the steps.
 * <div data-island="heat" data-url="the drawing" data-name="…" data-table="id of the table">, rows with data-element,
 * data-level (few, cool, warm, hot, late) and data-mark.
 */
export default async function mount(root: HTMLElement): Promise<void> {
	const frame = document.createElement('div');
	frame.className = 'bpmn-drawing';
	const canvas = document.createElement('div');
	canvas.className = 'bpmn-canvas';
	canvas.setAttribute('role', 'group');
	canvas.setAttribute('aria-label', say('流程图：', 'Drawing: ') + (root.dataset.name ?? ''));
	frame.append(canvas);
	root.replaceChildren(frame);
	const viewer = new NavigatedViewer({ container: canvas });
	await viewer.importXML(await fetchText(root.dataset.url ?? ''));
	rows(root.dataset.table ?? '').forEach(row => colour(viewer, row.dataset));
	viewer.get<Canvas>('canvas').zoom('fit-viewport', middle);
	frame.append(tools(viewer));
	steerByKeys(canvas, viewer);
}

function rows(table: string): HTMLElement[] {
	return [...document.querySelectorAll<HTMLElement>(`#${CSS.escape(table)} [data-element]`)];
}

function colour(viewer: NavigatedViewer, step: DOMStringMap): void {
	const id = step.element ?? '';
	if (!viewer.get<ElementRegistry>('elementRegistry').get(id)) {
		return;
	}
	viewer.get<Canvas>('canvas').addMarker(id, `cuobian-heat-${step.level}`);
	const mark = document.createElement('span');
	mark.className = 'bpmn-mark heat';
	mark.textContent = step.mark ?? '';
	viewer.get<Overlays>('overlays').add(id, { position: { top: -14, left: 0 }, html: mark });
}
