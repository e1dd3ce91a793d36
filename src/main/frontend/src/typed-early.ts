type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * What the reader changed in the plain fields below the given element while its scripts were still on their way: the
 * fields go, what was typed must stay. The answers by the names of the fields, as form-js keeps them.
 */
export function typedEarly(root: HTMLElement): Record<string, unknown> {
	const fields = new Map<string, Field[]>();
	root.querySelectorAll<Field>('input[name], textarea[name], select[name]').forEach(field =>
		fields.set(field.name, [...fields.get(field.name) ?? [], field]));
	const changed = [...fields].filter(([, group]) => group.some(isChanged));
	return Object.fromEntries(changed.map(([name, group]) => [name, answer(group)]));
}

function isChanged(field: Field): boolean {
	if (field instanceof HTMLSelectElement) {
		return field.value !== ([...field.options].find(option => option.defaultSelected) ?? field.options[0])?.value;
	}
	return isTicked(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

function isTicked(field: Field): field is HTMLInputElement {
	return field.type === 'checkbox' || field.type === 'radio';
}

function answer([first, ...others]: Field[]): unknown {
	const ticked = [first, ...others].filter(field => isTicked(field) && field.checked).map(field => field.value);
	if (first.type === 'radio') {
		return ticked[0];
	}
	if (first.type === 'checkbox') {
		return others.length === 0 && first.value === 'true' ? first.matches(':checked') : ticked;
	}
	const number = first.inputMode === 'decimal' && first.value !== '';
	return number ? Number(first.value) : first.value;
}
