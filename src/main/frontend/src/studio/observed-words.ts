import { chinese } from '../words';

const attributes = ['title', 'aria-label', 'placeholder'];

/**
 * For libraries that cannot be asked to speak Chinese: their fixed texts are replaced where they appear below the element.
 * What the designer wrote is left alone, for only whole texts of the dictionary are replaced.
 */
export function speakBelow(root: HTMLElement, dictionary: Record<string, string>, within: string): void {
	if (!chinese) {
		return;
	}
	const mend = (node: Node) => {
		const around = node instanceof Element ? node : node.parentElement;
		if (!around?.closest(within) && !(node instanceof Element && node.querySelector(within))) {
			return;
		}
		const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
		for (let at: Node | null = node; at; at = walker.nextNode()) {
			if (at.nodeType === Node.TEXT_NODE || (at instanceof Element && at.closest(within))) {
				replace(at, dictionary);
			}
		}
	};
	new MutationObserver(changes => changes.forEach(change => {
		change.addedNodes.forEach(mend);
		if (change.type !== 'childList') {
			mend(change.target);
		}
	})).observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: attributes });
	mend(root);
}

function replace(node: Node, dictionary: Record<string, string>): void {
	if (node instanceof Element) {
		attributes.forEach(name => {
			const text = inChinese(node.getAttribute(name) ?? '', dictionary);
			if (text) {
				node.setAttribute(name, text);
			}
		});
		return;
	}
	const said = node.nodeValue ?? '';
	const text = inChinese(said, dictionary);
	if (text && node.parentElement?.tagName !== 'TEXTAREA') {
		node.nodeValue = said.replace(said.trim(), text);
	}
}

/** A text of the dictionary; where its key has a place such as {type}, what stands there is looked up as well. */
function inChinese(said: string, dictionary: Record<string, string>): string | undefined {
	const text = said.trim();
	if (!/[A-Za-z]/.test(text)) {
		return undefined;
	}
	const whole = dictionary[text];
	if (whole) {
		return whole;
	}
	for (const [key, sentence] of Object.entries(dictionary)) {
		const [before, after] = key.split(/\{\w+\}/);
		if (after !== undefined && before && text.startsWith(before) && text.endsWith(after) && text.length > before.length + after.length) {
			const part = text.slice(before.length, text.length - after.length);
			return sentence.replace(/\{\w+\}/, dictionary[part] ?? part);
		}
	}
	return undefined;
}
