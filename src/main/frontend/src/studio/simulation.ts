// Playing tokens through the drawing, as a first look; the dry run on the real engine is elsewhere.
import type EventBus from 'diagram-js/lib/core/EventBus';
import Base from 'bpmn-js-token-simulation/lib/base';
import DisableModeling from 'bpmn-js-token-simulation/lib/features/disable-modeling';
import Toggle from 'bpmn-js-token-simulation/lib/features/toggle-mode/modeler';
import { say } from '../words';
import { button } from './frame';
import { speakBelow } from './observed-words';
import words from './simulation-words.json';

type Modeler = { get<T>(name: string): T };

/** The modules, without the key that would start it on a drawing that has faults. */
export const simulation = { __depends__: [Base, DisableModeling, Toggle] };

/** A button that starts and ends it; hidden while the gate finds faults, for a broken drawing plays nonsense. */
export function simulationButton(modeler: Modeler, root: HTMLElement, board: HTMLElement): (faults: number) => void {
	const toggle = modeler.get<{ toggleMode(active: boolean): void }>('toggleMode');
	let playing = false;
	const play = button(say('走一遍', 'Play'), () => toggle.toggleMode(!playing), say('用令牌把流程走一遍（不判断条件）', 'Play tokens through the drawing (conditions are not judged)'));
	modeler.get<EventBus>('eventBus').on('tokenSimulation.toggleMode', ({ active }: { active: boolean }) => {
		playing = active;
		root.dataset.playing = String(active);
		play.textContent = active ? say('回到编辑', 'Back to editing') : say('走一遍', 'Play');
	});
	speakBelow(board, words, '[class*="bts-"]');
	root.querySelector('.studio-bar')?.append(play);
	return faults => {
		play.hidden = faults > 0;
		if (faults > 0 && playing) {
			toggle.toggleMode(false);
		}
	};
}
