// What a drawing of the studio has besides shapes: the marks of the gate, and the list of its tasks.
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';
import type { Finding } from './draft';
import type { Element } from './ids';
import type { Task } from './limits';

type Viewer = { get<T>(name: string): T };
type Properties = { values?: { name: string; value: string }[] };

const mark = 'cuobian-finding';

/** Marks the elements that have findings, each with a number that shows the sentences when pointed at. */
export function markFindings(viewer: Viewer, findings: Finding[]): void {
	const canvas = viewer.get<Canvas>('canvas');
	const registry = viewer.get<ElementRegistry>('elementRegistry');
	const overlays = viewer.get<Overlays>('overlays');
	registry.filter(element => canvas.hasMarker(element.id, mark)).forEach(element => canvas.removeMarker(element.id, mark));
	overlays.remove({ type: mark });
	const places = new Set(findings.map(finding => finding.element).filter(id => registry.get(id)));
	places.forEach(id => {
		const sentences = findings.filter(finding => finding.element === id).map(finding => finding.sentence);
		canvas.addMarker(id, mark);
		if (registry.get(id) !== canvas.getRootElement()) {
			overlays.add(id, mark, { position: { top: -12, left: -12 }, html: badge(sentences) });
		}
	});
}

function badge(sentences: string[]): HTMLElement {
	const element = document.createElement('span');
	element.className = 'studio-finding';
	element.textContent = String(sentences.length);
	element.title = sentences.join('\n');
	return element;
}

/** What stands on an element. */
export function nameOf(viewer: Viewer, id: string): string {
	const element = viewer.get<ElementRegistry>('elementRegistry').get(id) as { businessObject?: Element } | undefined;
	return element?.businessObject?.name ?? '';
}

/** Brings an element into view and selects it, where the viewer can. */
export function lead(viewer: Viewer, id: string): void {
	const element = viewer.get<ElementRegistry>('elementRegistry').get(id);
	const canvas = viewer.get<Canvas>('canvas');
	if (element && element !== canvas.getRootElement()) {
		canvas.scrollToElement(element as never, 80);
		viewer.get<{ select(chosen: unknown): void }>('selection').select(element);
		canvas.focus();
	}
}

/** The tasks of people, in the order of the drawing from left to right. */
export function tasks(viewer: Viewer): Task[] {
	return viewer.get<ElementRegistry>('elementRegistry')
		.filter(element => (element as { type?: string }).type === 'bpmn:UserTask')
		.map(element => element as unknown as { x: number; businessObject: Element })
		.sort((one, other) => one.x - other.x)
		.map(shape => task(shape.businessObject));
}

/** What the panel and the ready steps need to know of a task. */
export function task(element: Element): Task {
	const extensions = (element.extensionElements as { values?: { $type: string }[] } | undefined)?.values ?? [];
	const properties = extensions.find(extension => extension.$type === 'camunda:Properties') as Properties | undefined;
	const candidates = String(element.candidateGroups ?? '');
	return {
		id: element.id ?? '',
		name: element.name ?? '',
		post: /posts\.at\('([^']+)'/.exec(candidates)?.[1] ?? candidates,
		form: String(element.formRef ?? ''),
		clock: properties?.values?.find(property => property.name === 'clock')?.value ?? ''
	};
}
