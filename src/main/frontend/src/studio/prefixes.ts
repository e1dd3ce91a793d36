// Drawings of other tools: some bind a prefix that is ours to a namespace of their own, and the library would then lose
// track of whose attribute it is and could not write the drawing any more. Their prefix gets another name.
const ours: Record<string, string> = {
	camunda: 'http://camunda.org/schema/1.0/bpmn',
	bioc: 'http://bpmn.io/schema/bpmn/biocolor/1.0',
	color: 'http://www.omg.org/spec/BPMN/non-normative/color/1.0'
};
const tags = /<(?:"[^"]*"|'[^']*'|[^'">])*>/g;

/** The same drawing, with no prefix of ours in another's hands. */
export function withOurPrefixes(xml: string): string {
	return Object.entries(ours).filter(([prefix, namespace]) => isTaken(xml, prefix, namespace))
		.reduce((text, [prefix]) => renamed(text, prefix, `${prefix}-of-others`), xml);
}

function isTaken(xml: string, prefix: string, namespace: string): boolean {
	const bound = new RegExp(`xmlns:${prefix}\\s*=\\s*["']([^"']*)["']`).exec(xml);
	return bound !== null && bound[1] !== namespace;
}

function renamed(xml: string, prefix: string, name: string): string {
	const element = new RegExp(`^(</?)${prefix}(?=:)`);
	const attribute = new RegExp(`(\\s)(xmlns:)?${prefix}(?=(:[\\w.-]+)?\\s*=)`, 'g');
	return xml.replace(tags, tag => tag.replace(element, `$1${name}`).replace(attribute, `$1$2${name}`));
}
