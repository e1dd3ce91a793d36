import './shell.css';
import { startHtmx } from './htmx';
import { mountIslands } from './islands';
import { forgetPhotosOfOtherForms } from './kept-photos';
import { listenToKeys } from './keys';
import { tendMenus } from './menus';
import { guardUnsaved } from './unsaved';

document.documentElement.dataset.scripts = 'true';
startHtmx(mountIslands);
tendMenus();
listenToKeys();
guardUnsaved();
forgetPhotosOfOtherForms();
mountIslands(document);

document.addEventListener('click', event => {
	if ((event.target as Element).closest('[data-print]')) {
		window.print();
	}
});

/** A button marked data-confirm asks its question before its form is sent. */
document.addEventListener('submit', event => {
	const question = ((event as SubmitEvent).submitter as HTMLElement | null)?.dataset.confirm;
	if (question && !window.confirm(question)) {
		event.preventDefault();
		event.stopImmediatePropagation();
	}
}, true);
