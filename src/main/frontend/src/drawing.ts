// What every viewer of a drawing has: tools and keys.
import type Canvas from 'diagram-js/lib/core/Canvas';
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { say } from './words';

/** Zooming keeps the middle where it is; the declared type knows points only. */
export const middle = 'auto' as unknown as { x: number; y: number };

/** Buttons to zoom and to see all of it. */
export function tools(viewer: NavigatedViewer): HTMLElement {
	const bar = document.createElement('div');
	bar.className = 'bpmn-tools';
	bar.append(
		tool('+', say('放大', 'Zoom in'), () => zoom(viewer, 1.25)),
		tool('−', say('缩小', 'Zoom out'), () => zoom(viewer, 0.8)),
		tool(say('全图', 'All'), say('显示全图', 'Show the whole drawing'), () => viewer.get<Canvas>('canvas').zoom('fit-viewport', middle)));
	return bar;
}

function tool(text: string, label: string, act: () => void): HTMLElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'btn btn-sm bg-white text-nowrap';
	button.textContent = text;
	button.setAttribute('aria-label', label);
	button.title = label;
	button.addEventListener('click', act);
	return button;
}

function zoom(viewer: NavigatedViewer, factor: number): void {
	const canvas = viewer.get<Canvas>('canvas');
	canvas.zoom(Math.min(3, Math.max(0.15, canvas.zoom() * factor)), middle);
}

/** Arrows move the drawing, plus and minus zoom. */
export function steerByKeys(canvas: HTMLElement, viewer: NavigatedViewer): void {
	canvas.tabIndex = 0;
	const moves: Record<string, [number, number]> = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
	canvas.addEventListener('keydown', event => {
		const move = moves[event.key];
		if (move && !event.ctrlKey && !event.metaKey) {
			viewer.get<Canvas>('canvas').scroll({ dx: move[0], dy: move[1] });
			event.preventDefault();
		} else if (event.key === '+' || event.key === '=') {
			zoom(viewer, 1.25);
		} else if (event.key === '-') {
			zoom(viewer, 0.8);
		}
	});
}
