import islands from 'cuobian:islands';
import { showNotice } from './notices';
import { say } from './words';

const mounted = new WeakSet<Element>();

/** Brings every element marked data-island below the given one to life, each once. */
export function mountIslands(root: ParentNode): void {
	const found = [...root.querySelectorAll<HTMLElement>('[data-island]')];
	if (root instanceof HTMLElement && root.dataset.island) {
		found.push(root);
	}
	found.filter(element => !mounted.has(element)).forEach(element => {
		mounted.add(element);
		void mount(element);
	});
}

async function mount(element: HTMLElement): Promise<void> {
	try {
		const load = islands[element.dataset.island ?? ''];
		if (!load) {
			throw new Error(`no island named ${element.dataset.island}`);
		}
		await (await load()).default(element);
		element.dataset.ready = 'true';
	} catch (trouble) {
		console.error(trouble);
		showNotice('island', say('页面的一部分没有打开，请刷新页面再试。', 'A part of this page did not open. Reload the page and try again.'));
	}
}

/** Adds an island's style sheet to the page, once; the fonts it names lie beside the scripts. */
export function adopt(css: string): void {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(css.replaceAll('url("./', `url("${new URL('.', import.meta.url).href}`));
	document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
