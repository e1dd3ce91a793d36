// Steps of our own, ready to use: a menu beside every step appends one with its post, clock or verb filled in.
import type EventBus from 'diagram-js/lib/core/EventBus';
import type CommandStack from 'diagram-js/lib/command/CommandStack';
import { chinese, say } from '../words';
import { task } from './drawing-board';
import type { Element } from './ids';

/** An entry of a drop-down. */
export type Choice = { name: string; value: string };
type Property = { label?: string; type: string; value?: string; source?: string; choices?: Choice[]; binding: { type: string; name: string }; [name: string]: unknown };
/** An element template with its English texts beside it, the rooms it fits, and lists that are filled in here. */
export type Template = { id: string; name: string; description?: string; appliesTo: string[]; rooms?: string[]; properties: Property[]; [name: string]: unknown };
/** What a drop-down may offer, by the name of its source: posts, forms, clocks. */
export type Sources = Record<string, Choice[]>;

type Shape = { parent: unknown; type: string };
type Elements = { createShape(attributes: object): Shape };
type Place = { append(source: Shape, target: Shape, hints?: object): Shape };
type Box = Shape & { x: number; y: number; width: number; height: number };
type Modeling = {
	createShape(shape: Shape, at: { x: number; y: number }, parent: Shape, hints: object): Box;
	updateProperties(shape: Shape, values: object): void;
	updateModdleProperties(shape: Shape, part: unknown, values: object): void;
};
type Templates = { applyTemplate(shape: Shape, template: Template): Shape; getLatest(): Template[] };
type Pad = { registerProvider(priority: number, provider: object): void };
type Popup = Pad & { open(element: Shape, menu: string, at: object, options: object): void; registerProvider(menu: string, provider: object): void };

const menu = 'cuobian-steps';

/** The templates for a room (“others”: a folder of its own, which may call all rooms) in the reader's language, their lists filled in. */
export function ready(templates: Template[], room: string, sources: Sources): Template[] {
	const known = new Set(templates.flatMap(template => template.rooms ?? []));
	const here = known.has(room) ? room : 'others';
	return templates.filter(template => !template.rooms || template.rooms.includes(here)).map(({ rooms: _, ...template }) => {
		const properties = template.properties.map(property => filled(property, sources));
		return { ...inReadersLanguage(template), properties } as Template;
	});
}

function filled({ source, ...property }: Property, sources: Sources): Property {
	const spoken = inReadersLanguage(property) as Property;
	const choices = source ? sources[source] ?? [] : spoken.choices?.map(inReadersLanguage) as Choice[] | undefined;
	return choices ? { ...spoken, choices, value: property.value ?? choices[0]?.value } : spoken;
}

function inReadersLanguage(texts: Record<string, unknown>): Record<string, unknown> {
	const spoken = Object.entries(texts).filter(([name]) => !name.endsWith('.en'));
	return Object.fromEntries(spoken.map(([name, text]) => [name, chinese ? text : texts[`${name}.en`] ?? text]));
}

/** Appending and filling in is one act: one undo takes it back. */
class AppendStep {
	static $inject = ['elementFactory', 'autoPlace', 'elementTemplates'];

	constructor(private readonly elements: Elements, private readonly place: Place, private readonly templates: Templates) {
	}

	preExecute(context: { source: Shape; template: Template; shape?: Shape }): void {
		const [type] = context.template.appliesTo;
		const shape = this.place.append(context.source, this.elements.createShape({ type }));
		context.shape = this.templates.applyTemplate(shape, context.template);
	}
}

/** A task's own clock carries the matter on when it runs out: a timer at its edge, with a flow still to be drawn. */
class AddDeadline {
	static $inject = ['elementFactory', 'bpmnFactory', 'modeling'];

	constructor(private readonly elements: Elements, private readonly facts: { create(type: string, values: object): object }, private readonly modeling: Modeling) {
	}

	preExecute(context: { task: Box; clock: string; shape?: Box }): void {
		const { task, clock } = context;
		const event = this.elements.createShape({ type: 'bpmn:BoundaryEvent', eventDefinitionType: 'bpmn:TimerEventDefinition' });
		const corner = { x: task.x + task.width * 0.8, y: task.y + task.height };
		context.shape = this.modeling.createShape(event, corner, task, { attach: true });
		const [definition] = (context.shape as unknown as { businessObject: { eventDefinitions: object[] } }).businessObject.eventDefinitions;
		const body = `\${clocks.due('${clock}', matterId, place)}`;
		this.modeling.updateModdleProperties(context.shape, definition, { timeDate: this.facts.create('bpmn:FormalExpression', { body }) });
		this.modeling.updateProperties(context.shape, { name: '到期' });
	}
}

class Steps {
	static $inject = ['commandStack', 'contextPad', 'popupMenu', 'elementTemplates', 'selection', 'eventBus'];

	constructor(private readonly commands: CommandStack, pad: Pad, private readonly popup: Popup, private readonly templates: Templates,
		private readonly selection: { select(shape: Shape): void }, eventBus: EventBus) {
		commands.registerHandler('cuobian.append-step', AppendStep as never);
		commands.registerHandler('cuobian.add-deadline', AddDeadline as never);
		pad.registerProvider(700, this);
		popup.registerProvider(menu, this);
		// the panel's own "select" asks for a chooser: the same menu, for the step as it stands
		eventBus.on('elementTemplates.select', ({ element }: { element: Shape }) => this.choose(element, 'apply'));
	}

	getContextPadEntries(shape: Shape) {
		return (entries: Record<string, unknown>) => mayBeFollowed(shape, entries) ? {
			...entries,
			'cuobian-step': {
				group: 'model',
				className: 'bpmn-icon-lasso-tool studio-step',
				title: say('接一个常用步骤', 'Append a ready step'),
				action: { click: () => this.choose(shape, 'append') }
			}
		} : entries;
	}

	private choose(shape: Shape, act: string): void {
		const { clientX: x, clientY: y } = (window.event as MouseEvent | undefined) ?? { clientX: 300, clientY: 200 };
		this.popup.open(shape, menu, { x: x + 8, y: y + 8, cuobian: act }, { title: say('常用步骤', 'Ready steps'), width: 320, search: true });
		this.act = act;
	}

	private act = 'append';

	getPopupMenuEntries(shape: Shape) {
		return () => ({ ...this.deadline(shape), ...this.ready(shape) });
	}

	private deadline(shape: Shape) {
		const clock = this.act === 'append' && shape.type === 'bpmn:UserTask' ? clockOf(shape) : undefined;
		return clock ? {
			'cuobian-deadline': {
				label: say('到期自动往下走', 'Go on when time is over'),
				description: say(`这一步的时限 ${clock} 到了，就从这里走；请接上后面的步骤`, `When ${clock} is over the matter goes on from here; connect what follows`),
				className: 'bpmn-icon-intermediate-event-catch-timer',
				action: () => this.append('cuobian.add-deadline', { task: shape, clock })
			}
		} : {};
	}

	private ready(shape: Shape) {
		return Object.fromEntries(this.templates.getLatest()
			.filter(template => this.act === 'append' || template.appliesTo.includes(shape.type))
			.map(template => [template.id, {
				label: template.name,
				description: template.description,
				className: template.appliesTo.includes('bpmn:UserTask') ? 'bpmn-icon-user-task' : template.appliesTo.includes('bpmn:CallActivity') ? 'bpmn-icon-call-activity' : 'bpmn-icon-service-task',
				action: () => this.take(shape, template)
			}]));
	}

	private take(shape: Shape, template: Template): void {
		if (this.act === 'apply') {
			this.templates.applyTemplate(shape, template);
			return;
		}
		this.append('cuobian.append-step', { source: shape, template });
	}

	/** What came new is chosen, so that its properties can be filled in. */
	private append(command: string, context: { shape?: Shape; [name: string]: unknown }): void {
		this.commands.execute(command, context);
		if (context.shape) {
			this.selection.select(context.shape);
		}
	}
}

function clockOf(shape: Shape): string | undefined {
	return task((shape as unknown as { businessObject: Element }).businessObject).clock || undefined;
}

/** Where the library itself offers to append a task. */
function mayBeFollowed(shape: Shape, entries: Record<string, unknown>): boolean {
	return 'append.append-task' in entries && shape.parent !== undefined;
}

/** The diagram-js module. */
export const steps = { __init__: ['cuobianSteps'], cuobianSteps: ['type', Steps] };
