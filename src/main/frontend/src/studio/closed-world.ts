// The gate refuses scripts, classes, connectors and what the engine does not run: the editor does not offer them.
type Group = { id: string };
type Entries = Record<string, unknown>;
type Provider = { getGroups(element: unknown): (groups: Group[]) => Group[] };
type Panel = { registerProvider(priority: number, provider: Provider): void };
type Popup = { registerProvider(menu: string, priority: number, provider: { getPopupMenuEntries(): (entries: Entries) => Entries }): void };
type Palette = { registerProvider(priority: number, provider: { getPaletteEntries(): (entries: Entries) => Entries }): void };

const lowest = 100;
const groups = ['Script', 'ExternalTask', 'FieldInjection', 'ConnectorInput', 'ConnectorOutput', 'FormData', 'StartInitiator', 'CandidateStarter', 'JobExecution', 'Errors']
	.map(name => `CamundaPlatform__${name}`);
const replacements = ['script', 'send-task', 'complex', 'transaction', 'ad-hoc', 'compensation', 'conditional', 'link', 'data-', 'cancel', 'loop'];
const tools = ['create.data-object', 'create.data-store', 'create.participant-expanded'];

function without(entries: Entries, unwanted: (name: string) => boolean): Entries {
	return Object.fromEntries(Object.entries(entries).filter(([name]) => !unwanted(name)));
}

function close(panel: Panel, popup: Popup, palette: Palette): void {
	panel.registerProvider(lowest, { getGroups: () => all => all.filter(group => !groups.includes(group.id)) });
	popup.registerProvider('bpmn-replace', lowest, {
		getPopupMenuEntries: () => entries => without(entries, name => replacements.some(part => name.includes(part)))
	});
	palette.registerProvider(lowest, { getPaletteEntries: () => entries => without(entries, name => tools.includes(name)) });
}
close.$inject = ['propertiesPanel', 'popupMenu', 'palette'];

/** The diagram-js module. */
export const closedWorld = { __init__: [close] };
