// Ids as the gate wants them: user_…, gateway_…, timer_…: what a step is can be read from its id.
import type EventBus from 'diagram-js/lib/core/EventBus';
import CommandInterceptor from 'diagram-js/lib/command/CommandInterceptor';
import BpmnFactory from 'bpmn-js/lib/features/modeling/BpmnFactory';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';

/** What we read of an element of the model. */
export type Element = { $type: string; id?: string; name?: string; eventDefinitions?: { $type: string }[]; [name: string]: unknown };
type Shape = { businessObject?: Element; labelTarget?: unknown };
type Moddle = { ids: { nextPrefixed(prefix: string, element: Element): string } };

const prefixes: Record<string, string> = {
	UserTask: 'user', ServiceTask: 'service', BusinessRuleTask: 'decide', ReceiveTask: 'receive', ManualTask: 'manual', Task: 'task',
	CallActivity: 'call', SubProcess: 'subprocess', StartEvent: 'start', EndEvent: 'end', IntermediateCatchEvent: 'catch',
	IntermediateThrowEvent: 'throw', ExclusiveGateway: 'gateway', ParallelGateway: 'gateway', InclusiveGateway: 'gateway',
	EventBasedGateway: 'gateway', SequenceFlow: 'flow', Message: 'message'
};
const kinds = ['timer', 'message', 'error', 'escalation', 'signal'];

function prefix(element: Element): string | undefined {
	const type = element.$type.replace('bpmn:', '');
	if (type === 'BoundaryEvent') {
		const definition = element.eventDefinitions?.[0]?.$type.replace('bpmn:', '').toLowerCase() ?? '';
		return kinds.find(kind => definition.startsWith(kind));
	}
	return prefixes[type];
}

class Factory extends (BpmnFactory as unknown as new (moddle: Moddle) => { _ensureId(element: Element): void }) {
	static $inject = ['moddle'];

	constructor(private readonly moddle: Moddle) {
		super(moddle);
	}

	override _ensureId(element: Element): void {
		const wanted = prefix(element);
		if (wanted && !element.id) {
			element.id = this.moddle.ids.nextPrefixed(`${wanted}_`, element);
		} else {
			super._ensureId(element);
		}
	}
}

/** A step that became another kind of step gets the id of that kind. */
class Renaming extends CommandInterceptor {
	static $inject = ['eventBus', 'modeling', 'moddle'];

	constructor(eventBus: EventBus, modeling: Modeling, moddle: Moddle) {
		super(eventBus);
		const check = (shape: Shape | undefined) => {
			const element = shape?.businessObject;
			const wanted = element && !shape.labelTarget ? prefix(element) : undefined;
			if (element && wanted && !element.id?.startsWith(`${wanted}_`)) {
				modeling.updateProperties(shape as never, { id: moddle.ids.nextPrefixed(`${wanted}_`, element) });
			}
		};
		this.postExecuted('shape.create', 400, ({ context }: { context: { shape?: Shape } }) => check(context.shape));
		this.postExecuted('shape.replace', 400, ({ context }: { context: { newShape?: Shape } }) => check(context.newShape));
	}
}

/** The diagram-js module. */
export const ids = { __init__: ['cuobianRenaming'], bpmnFactory: ['type', Factory], cuobianRenaming: ['type', Renaming] };
