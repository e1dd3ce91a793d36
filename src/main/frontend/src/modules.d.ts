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
