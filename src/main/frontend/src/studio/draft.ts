// One file of a draft in the browser: kept on the server while it is being edited, and never lost in silence.
import { clearNotice, showNotice } from '../notices';
import { sendFile, Trouble } from '../server';
import { markSaved, markUnsaved } from '../unsaved';
import { locale, say } from '../words';

/** What the gate holds against a file; without an element it is the file as a whole. */
export type Finding = { file: string; element: string; sentence: string };
type Saved = { revision: number; findings: Finding[] };

const pause = 1500;
const retries = [3000, 6000, 15000, 30000];

/**
 * Saves what is edited 1.5 seconds after the last change, one request after another, each on the revision that the one
 * before answered. Without a network it goes on trying; when somebody else saved meanwhile it stops and asks.
 */
export class Draft {
	private revision: number;
	private line: Promise<unknown> = Promise.resolve();
	private timer = 0;
	private failures = 0;
	private saved = '';
	private stopped = false;

	/**
	 * @param root with data-revision and data-file-url
	 * @param read gives the file as it stands in the editor
	 * @param told hears what the gate says after each saving
	 */
	constructor(private readonly root: HTMLElement, private readonly status: HTMLElement,
		private readonly read: () => Promise<string>, private readonly told: (findings: Finding[]) => void) {
		this.revision = Number(root.dataset.revision ?? 0);
		window.addEventListener('online', () => this.failures > 0 && this.soon(0));
		document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.timer > 0 && this.soon(0));
	}

	/** What the server has: saving it again would be no change. */
	begin(text: string): void {
		this.saved = text;
	}

	/** Something was edited. */
	changed(): void {
		if (!this.stopped) {
			markUnsaved(this.root);
			this.say(say('正在修改…', 'Editing…'));
			this.soon(pause);
		}
	}

	/** Saves another file of the same draft, in its turn. A failure is the caller's to tell. */
	put(url: string, text: string, type: string): Promise<void> {
		const sending = this.line.catch(() => undefined).then(() => this.send(url, text, type));
		this.line = sending;
		return sending;
	}

	private soon(milliseconds: number): void {
		window.clearTimeout(this.timer);
		this.timer = window.setTimeout(() => {
			this.timer = 0;
			this.line = this.line.catch(() => undefined).then(() => this.save());
		}, milliseconds);
	}

	private async save(): Promise<void> {
		const text = await this.read();
		if (this.stopped) {
			return;
		}
		try {
			if (text !== this.saved) {
				this.say(say('正在保存…', 'Saving…'));
				await this.send(this.root.dataset.fileUrl ?? '', text);
				this.saved = text;
			}
			this.arrived();
		} catch (trouble) {
			this.failed(trouble as Trouble);
		}
	}

	private async send(url: string, text: string, type = 'application/octet-stream'): Promise<void> {
		const { revision, findings } = await sendFile<Saved>(`${url}${url.includes('?') ? '&' : '?'}revision=${this.revision}`, text, type);
		this.revision = revision;
		this.told(findings);
	}

	private arrived(): void {
		this.failures = 0;
		clearNotice('draft');
		if (this.timer === 0) {
			markSaved(this.root);
			this.say(say('已自动保存 ', 'Saved ') + new Date().toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' }), 'saved');
		}
	}

	private failed(trouble: Trouble): void {
		this.say(say('没有存上：', 'Not saved: ') + trouble.message, 'unsaved');
		if (trouble.status === 409) {
			this.conflict(trouble.message);
		} else if (mayPass(trouble.status)) {
			showNotice('draft', trouble.message + say(' 您的修改还在这个页面上，会自动再存；请先不要关闭。', ' Your changes are still on this page and will be sent again; do not close it yet.'));
			this.soon(retries[Math.min(this.failures++, retries.length - 1)] ?? pause);
		}
	}

	/** Two people, one draft: neither may overwrite the other unseen. */
	private conflict(sentence: string): void {
		this.stopped = true;
		showNotice('draft', sentence + say(' 要保留您的修改，请先“导出”到自己的电脑；', ' To keep your changes, export them to your computer first; then '),
			{ href: location.href, text: say('然后打开最新的草稿', 'open the newest draft') });
	}

	private say(sentence: string, state = 'busy'): void {
		this.status.textContent = sentence;
		this.status.dataset.state = state;
	}
}

/** Without a network or a session, or with a server that is busy, the same file may go through later. */
function mayPass(status: number): boolean {
	return status === 0 || status === 401 || status === 429 || status >= 500;
}
