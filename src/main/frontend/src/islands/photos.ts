import { keep, kept } from '../kept-photos';
import { announce } from '../notices';
import { say } from '../words';

const longestSide = 2000;
const quality = 0.85;

type Limits = { most: number; bytes: number; types: string[] };

/**
 * Photos before they travel: shown, made smaller, and refused with a sentence when the server would refuse them. In a form
 * with a field "token" they are still there when the form comes back with something to correct.
 * <div data-island="photos" data-max="10" data-max-bytes="10485760"><input type="file" name="photos" multiple accept="image/jpeg,…"></div>
 */
export default function mount(root: HTMLElement): void {
	const input = root.querySelector<HTMLInputElement>('input[type=file]');
	if (!input) {
		return;
	}
	const limits: Limits = {
		most: Number(root.dataset.max ?? 10),
		bytes: Number(root.dataset.maxBytes ?? 10 * 1024 * 1024),
		types: input.accept.split(',').map(type => type.trim()).filter(Boolean)
	};
	const list = document.createElement('ul');
	list.className = 'photo-list';
	const trouble = document.createElement('div');
	trouble.className = 'text-danger mt-2';
	trouble.setAttribute('role', 'alert');
	root.append(trouble, list);
	let chosen: File[] = [];
	const token = input.form?.querySelector<HTMLInputElement>('input[name="token"]')?.value ?? '';
	const show = () => {
		hand(input, chosen);
		keep(token, chosen);
		list.replaceChildren(...chosen.map(file => item(file, () => {
			chosen = chosen.filter(other => other !== file);
			show();
			announce(say('已去掉一张照片', 'One photo removed'));
		})));
	};
	input.addEventListener('change', async () => {
		const added = [...input.files ?? []].filter(file => !chosen.includes(file));
		const complaints: string[] = [];
		for (const file of added) {
			const ready = await prepare(file);
			const complaint = objection(ready, chosen.length, limits);
			complaint ? complaints.push(complaint) : chosen.push(ready);
		}
		trouble.textContent = complaints.join(' ');
		show();
	});
	void kept(token).then(files => {
		if (files.length > 0 && chosen.length === 0) {
			chosen = files;
			show();
		}
	});
}

function hand(input: HTMLInputElement, files: File[]): void {
	const transfer = new DataTransfer();
	files.forEach(file => transfer.items.add(file));
	input.files = transfer.files;
}

function objection(file: File, already: number, limits: Limits): string | undefined {
	if (already >= limits.most) {
		return say(`最多放 ${limits.most} 个文件，“${file.name}”没有加上。`, `At most ${limits.most} files: “${file.name}” was not added.`);
	}
	if (limits.types.length > 0 && !limits.types.some(type => fits(file, type))) {
		return say(`“${file.name}”不是照片或文件类型不对，请换成 JPG 或 PNG 照片。`, `“${file.name}” is not of an accepted type. Use a JPG or PNG photo.`);
	}
	if (file.size > limits.bytes) {
		const megabytes = Math.floor(limits.bytes / 1024 / 1024);
		return say(`“${file.name}”超过 ${megabytes} MB，请换小一点的。`, `“${file.name}” is larger than ${megabytes} MB. Choose a smaller one.`);
	}
	return undefined;
}

function fits(file: File, type: string): boolean {
	return type.startsWith('.') ? file.name.toLowerCase().endsWith(type) : type.endsWith('/*') ? file.type.startsWith(type.slice(0, -1)) : file.type === type;
}

/** A photo of a modern phone is five times as large as anybody looks at; drawing it anew also drops the place where it was taken. */
async function prepare(file: File): Promise<File> {
	if (!['image/jpeg', 'image/png', 'image/webp'].includes(file.type)) {
		return file;
	}
	try {
		const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
		const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
		if (scale === 1 && file.type !== 'image/jpeg') {
			return file;
		}
		const canvas = document.createElement('canvas');
		canvas.width = Math.round(bitmap.width * scale);
		canvas.height = Math.round(bitmap.height * scale);
		canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
		const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/jpeg', quality));
		return blob ? new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' }) : file;
	} catch {
		return file;
	}
}

function item(file: File, remove: () => void): HTMLElement {
	const row = document.createElement('li');
	if (file.type.startsWith('image/')) {
		const image = document.createElement('img');
		image.alt = file.name;
		void dataUrl(file).then(url => image.src = url);
		row.append(image);
	}
	const name = document.createElement('span');
	name.textContent = `${file.name} · ${Math.max(1, Math.round(file.size / 1024))} kB`;
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'btn btn-sm';
	button.textContent = say('去掉', 'Remove');
	button.setAttribute('aria-label', say('去掉 ', 'Remove ') + file.name);
	button.addEventListener('click', remove);
	row.append(name, button);
	return row;
}

/** The policy allows data: pictures, not blob: ones. */
function dataUrl(file: File): Promise<string> {
	return new Promise((done, fail) => {
		const reader = new FileReader();
		reader.addEventListener('load', () => done(String(reader.result)));
		reader.addEventListener('error', () => fail(reader.error));
		reader.readAsDataURL(file);
	});
}
