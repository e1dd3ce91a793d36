/** An island brings one element of the page to life; it is fetched only where such an element stands. */
type Island = { default: (root: HTMLElement) => void | Promise<void> };

/** Every file of src/islands by its name; written by build.mjs. */
declare module 'cuobian:islands' {
	const islands: Record<string, () => Promise<Island>>;
	export default islands;
}

declare module '*.css?text' {
	const css: string;
	export default css;
}

declare module '*.css';

/** Libraries of bpmn.io that bring no types; what we ask of them is typed where we ask it. */
declare module 'bpmn-js-i18n-zh/*' {
	const words: Record<string, string>;
	export default words;
}
declare module 'bpmn-js-properties-panel';
declare module 'bpmn-js-element-templates';
declare module 'diagram-js-minimap';
declare module 'camunda-bpmn-js-behaviors/*';
declare module 'bpmn-js-token-simulation/*';
declare module 'dmn-js/*';
