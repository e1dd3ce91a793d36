// What the library does not draw, such as a called procedure that another tool drew within the call, it would leave out of
// the file when it writes it. It stays where it was.
import type EventBus from 'diagram-js/lib/core/EventBus';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';

type Drawn = { bpmnElement?: { id?: string } };
type Plane = { get(name: 'planeElement'): Drawn[] };

/** After the library has put what it draws into order. */
const afterOrdering = 1500;

class Undrawn {
	static $inject = ['eventBus', 'canvas', 'elementRegistry'];

	private kept = new Map<Plane, Drawn[]>();

	constructor(eventBus: EventBus, private readonly canvas: Canvas, private readonly registry: ElementRegistry) {
		eventBus.on('import.done', () => this.keep());
		eventBus.on('saveXML.start', afterOrdering, () => this.kept.forEach((undrawn, plane) => plane.get('planeElement').push(...undrawn)));
	}

	private keep(): void {
		const planes = this.canvas.getRootElements().map(root => (root as unknown as { di?: Plane }).di).filter(plane => plane !== undefined);
		this.kept = new Map(planes.map(plane => [plane, plane.get('planeElement').filter(drawn => this.isUndrawn(drawn))]));
	}

	private isUndrawn(drawn: Drawn): boolean {
		const id = drawn.bpmnElement?.id;
		return id !== undefined && !this.registry.get(id);
	}
}

/** The diagram-js module. */
export const undrawn = { __init__: ['cuobianUndrawn'], cuobianUndrawn: ['type', Undrawn] };
