// Invented answers, so that the preview of a form shows it at work.
import { say } from '../words';

type Component = Record<string, unknown> & { type?: string; key?: string; valuesKey?: string; values?: { value: string }[]; components?: Component[] };
/** A form of form-js. */
export type Schema = Component;

const texts: Record<string, unknown> = { textfield: say('示例文字', 'Sample text'), textarea: say('这里是填写的内容。', 'What was written stands here.'), number: 3, checkbox: true };
const offered = [1, 2, 3].map(number => ({ label: say(`选项${number}`, `Option ${number}`), value: `option-${number}` }));

/** Values for every field, and options where a form takes them from elsewhere; nothing is chosen where a choice steers the form. */
export function sample(schema: Schema): Record<string, unknown> {
	const data: Record<string, unknown> = {};
	const walk = (component: Component) => {
		const { key, type = '', valuesKey } = component;
		if (key && type in texts) {
			data[key] = texts[type];
		}
		if (valuesKey) {
			data[valuesKey] = offered;
		}
		component.components?.forEach(walk);
	};
	walk(schema);
	return data;
}
