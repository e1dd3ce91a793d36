// The modeler of procedures with everything that belongs to it.
import Modeler from 'bpmn-js/lib/Modeler';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import behaviors from 'camunda-bpmn-js-behaviors/lib/camunda-platform';
import minimap from 'diagram-js-minimap';
import { BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, CamundaPlatformPropertiesProviderModule } from 'bpmn-js-properties-panel';
import { ElementTemplatesPropertiesProviderModule } from 'bpmn-js-element-templates';
import minimapCss from 'diagram-js-minimap/assets/diagram-js-minimap.css?text';
import panelCss from '@bpmn-io/properties-panel/dist/assets/properties-panel.css?text';
import templatesCss from 'bpmn-js-element-templates/dist/assets/element-templates.css?text';
import simulationCss from 'bpmn-js-token-simulation/assets/css/bpmn-js-token-simulation.css?text';
import fontCss from 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css?text';
import { adopt } from '../islands';
import { closedWorld } from './closed-world';
import { ids } from './ids';
import { simulation } from './simulation';
import { steps } from './steps';
import { translations } from './translate';
import { undrawn } from './undrawn';

[fontCss, minimapCss, panelCss, templatesCss, simulationCss].forEach(adopt);

// the fields of a ready step stand open: who appends one is about to fill it in
const openWhatIsToBeFilledIn = { groups: { ElementTemplates__CustomProperties: { open: true } } };

/** @param board where it is drawn @param panel where the properties of the chosen element stand */
export function modeler(board: HTMLElement, panel: HTMLElement): Modeler {
	return new Modeler({
		container: board,
		propertiesPanel: { parent: panel, layout: openWhatIsToBeFilledIn },
		moddleExtensions: { camunda },
		additionalModules: [BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, CamundaPlatformPropertiesProviderModule,
			ElementTemplatesPropertiesProviderModule, behaviors, minimap, simulation, ids, steps, closedWorld, undrawn, translations] as never[]
	});
}
