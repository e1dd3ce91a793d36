import { say } from './words';

/** The one place that reads the token which proves that a request comes from our own page. */
export function proof(): Record<string, string> {
	const header = document.querySelector<HTMLMetaElement>('meta[name="csrf-header"]')?.content;
	const token = document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content;
	return header && token ? { [header]: token } : {};
}

/** What went wrong on the way to the server, as a sentence the reader can act on. */
export class Trouble extends Error {
	constructor(readonly status: number, sentence: string, readonly fields: Record<string, string> = {}) {
		super(sentence);
	}
}

/** Asks the server for JSON; every failure is a {@link Trouble}. */
export async function fetchJson<T>(url: string): Promise<T> {
	return (await reach(url, { headers: { Accept: 'application/json' } })).json() as Promise<T>;
}

/** Asks the server for a text, for instance a drawing. */
export async function fetchText(url: string): Promise<string> {
	return (await reach(url, {})).text();
}

/** Sends JSON; the answer is returned unread. */
export async function sendJson(method: 'POST' | 'PUT', url: string, body: unknown): Promise<Response> {
	return reach(url, {
		method,
		headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...proof() },
		body: JSON.stringify(body)
	});
}

/** Sends a file as it is; the answer is JSON. */
export async function sendFile<T>(url: string, text: string, type: string): Promise<T> {
	const answer = await reach(url, {
		method: 'PUT',
		headers: { 'Content-Type': type, Accept: 'application/json', ...proof() },
		body: text
	});
	return answer.json() as Promise<T>;
}

async function reach(url: string, request: RequestInit): Promise<Response> {
	let answer: Response;
	try {
		answer = await fetch(url, { credentials: 'same-origin', ...request });
	} catch {
		throw new Trouble(0, say('网络断了，刚才这一步没有送到。恢复后请再试一次。', 'The network is down and this step did not arrive. Try again when it is back.'));
	}
	if (answer.status === 401 || (answer.redirected && new URL(answer.url).pathname.endsWith('/login'))) {
		throw new Trouble(401, say('登录已过期。请在新窗口重新登录，再回到这里继续，您填的内容还在。', 'Your session has ended. Sign in again in a new window and come back; what you entered is still here.'));
	}
	if (!answer.ok) {
		throw await refusal(answer);
	}
	return answer;
}

async function refusal(answer: Response): Promise<Trouble> {
	const problem = await answer.json().catch(() => ({})) as { detail?: string; errors?: unknown };
	const sentence = problem.detail ?? say('系统没有接受这一步，请刷新后再试。', 'The system did not accept this step. Reload and try again.');
	return new Trouble(answer.status, sentence, fieldsOf(problem.errors));
}

/** Field errors come as {field: sentence} or as [{field, message}]. */
function fieldsOf(errors: unknown): Record<string, string> {
	if (Array.isArray(errors)) {
		return Object.fromEntries(errors.map(e => [String(e.field ?? ''), String(e.message ?? e.detail ?? '')]));
	}
	return errors && typeof errors === 'object' ? errors as Record<string, string> : {};
}
