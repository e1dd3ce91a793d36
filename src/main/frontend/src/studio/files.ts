// The plain file: out to the desktop Modeler, and in from there.
import { say } from '../words';
import { button } from './frame';

const most = 1024 * 1024;

/** Buttons that hand the file out and take one in. */
export function fileButtons(root: HTMLElement, read: () => Promise<string>, take: (text: string) => Promise<void>): HTMLElement[] {
	const name = (root.dataset.file ?? 'file').split('/').pop() ?? 'file';
	const ending = name.slice(name.lastIndexOf('.'));
	const chooser = document.createElement('input');
	chooser.type = 'file';
	chooser.accept = ending;
	chooser.hidden = true;
	chooser.addEventListener('change', async () => {
		const file = chooser.files?.[0];
		chooser.value = '';
		if (file) {
			await takeIn(file, ending, take);
		}
	});
	return [
		button(say('导入', 'Import'), () => chooser.click(), say(`用电脑里的 ${ending} 文件替换`, `Replace by a ${ending} file from the computer`)),
		button(say('导出', 'Export'), async () => handOut(name, await read()), say('存到电脑，可以用桌面版 Camunda Modeler 打开', 'Save to the computer; the desktop Camunda Modeler opens it')),
		chooser
	];
}

async function takeIn(file: File, ending: string, take: (text: string) => Promise<void>): Promise<void> {
	if (!file.name.endsWith(ending) || file.size > most) {
		window.alert(say(`请选一个不超过 1 MB 的 ${ending} 文件。`, `Choose a ${ending} file of at most 1 MB.`));
		return;
	}
	try {
		await take(await file.text());
	} catch {
		window.alert(say(`“${file.name}”打不开，草稿没有变。请检查文件是否完整。`, `“${file.name}” cannot be opened and the draft is unchanged. Check whether the file is complete.`));
	}
}

function handOut(name: string, text: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
	link.download = name;
	link.click();
	URL.revokeObjectURL(link.href);
}
