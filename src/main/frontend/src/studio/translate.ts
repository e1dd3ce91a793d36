// What bpmn-js, dmn-js and their panels say of their own accord, in Chinese.
import library from 'bpmn-js-i18n-zh/lib/bpmn-js/index.js';
import camundaPanel from 'bpmn-js-i18n-zh/lib/camunda-properties-panel/index.js';
import panel from 'bpmn-js-i18n-zh/lib/properties-panel/index.js';
import zeebePanel from 'bpmn-js-i18n-zh/lib/zeebe-properties-panel/index.js';
import { chinese } from '../words';
import own from './words.json';

type Replacements = Record<string, string | number>;
const dictionary: Record<string, string> = { ...zeebePanel, ...library, ...camundaPanel, ...panel, ...own };
const missed = new Set<string>();

/** A diagram-js module that says everything in the reader's language. */
export const translations = { translate: ['value', (template: string, replacements?: Replacements) => translate(template, replacements)] };

/** A sentence of the library in the reader's language. */
export function translate(template: string, replacements: Replacements = {}): string {
	return (chinese ? known(template) : template).replace(/{([^}]+)}/g, (place, name: string) => String(replacements[name] ?? place));
}

/** Chinese stands as it is: names of our own templates and elements pass here too. */
function known(template: string): string {
	const sentence = dictionary[template];
	if (sentence === undefined && /[A-Za-z]{2}/.test(template) && !/\p{Script=Han}/u.test(template) && !missed.has(template)) {
		missed.add(template);
		console.warn('No Chinese for:', template);
	}
	return sentence ?? template;
}
