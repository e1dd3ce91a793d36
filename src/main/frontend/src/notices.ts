/** Reads a sentence out to people who listen to the page. */
export function announce(sentence: string): void {
	const place = document.getElementById('announcer');
	if (place) {
		place.textContent = '';
		window.setTimeout(() => place.textContent = sentence, 50);
	}
}

/** Shows a sentence above the content until it no longer holds; one per name. */
export function showNotice(name: string, sentence: string, link?: { href: string; text: string }): void {
	clearNotice(name);
	const box = document.createElement('div');
	box.className = 'alert alert-warning app-notice d-print-none';
	box.setAttribute('role', 'alert');
	box.dataset.notice = name;
	box.append(sentence);
	if (link) {
		const a = document.createElement('a');
		a.href = link.href;
		a.target = '_blank';
		a.rel = 'noopener';
		a.className = 'alert-link ms-2';
		a.textContent = link.text;
		box.append(a);
	}
	(document.getElementById('content') ?? document.body).prepend(box);
	box.scrollIntoView({ block: 'nearest' });
}

export function clearNotice(name: string): void {
	document.querySelector(`[data-notice="${name}"]`)?.remove();
}
