import htmx from 'htmx.org';
import { clearNotice, showNotice } from './notices';
import { proof } from './server';
import { say } from './words';

type Asked = CustomEvent<{ headers: Record<string, string>; verb: string }>;
type Answered = CustomEvent<{ xhr: XMLHttpRequest; shouldSwap: boolean; isError: boolean }>;

/** No code from answers, no foreign addresses, no pages kept in the browser of a shared computer. */
function closeDown(): void {
	Object.assign(htmx.config, {
		allowEval: false,
		allowScriptTags: false,
		includeIndicatorStyles: false,
		selfRequestsOnly: true,
		historyCacheSize: 0,
		refreshOnHistoryMiss: true,
		disableInheritance: true,
		responseHandling: [
			{ code: '204', swap: false },
			{ code: '[23]..', swap: true },
			{ code: '(409|422)', swap: true, error: false },
			{ code: '[45]..', swap: false, error: true }
		]
	});
}

function addProof(event: Event): void {
	const asked = event as Asked;
	if (asked.detail.verb !== 'get') {
		Object.assign(asked.detail.headers, proof());
	}
}

/** A session that ended answers with the sign-in page: that page must not land in the middle of this one. */
function catchSignIn(event: Event): void {
	const { detail } = event as Answered;
	const gone = detail.xhr.status === 401 || new URL(detail.xhr.responseURL || location.href).pathname.endsWith('/login');
	if (gone) {
		detail.shouldSwap = false;
		showNotice('session', say('登录已过期。请在新窗口登录，再回到这里继续，您填的内容还在。', 'Your session has ended. Sign in in a new window, then go on here; what you entered is still here.'),
			{ href: '/login', text: say('打开登录页', 'Open the sign-in page') });
	}
}

function tellFailure(event: Event): void {
	const status = (event as Answered).detail.xhr.status;
	if (status !== 401) {
		showNotice('failure', status === 429 ? say('操作太快了，请等一会儿再试。', 'Too many requests. Wait a moment and try again.')
			: say('这一步没有办成。请刷新页面再试；还是不行，请告诉管理员。', 'This step did not succeed. Reload and try again; if it still fails, tell an administrator.'));
	}
}

function tellOffline(): void {
	showNotice('offline', say('网络断了。您可以继续填写，恢复后再提交。', 'The network is down. You can go on typing and send it when it is back.'));
}

/** Starts htmx, configured before it looks at the page. */
export function startHtmx(mount: (root: ParentNode) => void): void {
	closeDown();
	document.addEventListener('htmx:configRequest', addProof);
	document.addEventListener('htmx:beforeSwap', catchSignIn);
	document.addEventListener('htmx:responseError', tellFailure);
	document.addEventListener('htmx:sendError', tellOffline);
	document.addEventListener('htmx:load', event => mount((event as CustomEvent<{ elt: Element }>).detail.elt));
	window.addEventListener('offline', tellOffline);
	window.addEventListener('online', () => clearNotice('offline'));
}
