// Builds the browser side into the directory given as first argument (default: target/classes/static/assets), and lays
// the font of printed sheets into the second (default: target/classes/fonts).
// One entry for every page (shell); islands are split off and fetched by the pages that have them.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(here, '../../../target/classes/static/assets'));
const fonts = resolve(process.argv[3] ?? join(here, '../../../target/classes/fonts'));
const require = createRequire(import.meta.url);

/** A type error ends the build: the same compiler that the editor runs. */
function checkTypes() {
	const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');
	const check = spawnSync(process.execPath, [tsc, '--noEmit', '--project', here], { stdio: 'inherit' });
	if (check.status !== 0) {
		process.exit(check.status ?? 1);
	}
}

/** What these files of a library say of their own accord: the texts between quotes after one of these words. */
function saidBy(files, after) {
	const quoted = new RegExp(after.source + /(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")/.source, 'g');
	return files.flatMap(file => {
		const source = readFileSync(join(here, 'node_modules', file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
		return [...source.matchAll(quoted)].map(match => (match[1] ?? match[2]).replaceAll('\\n', '\n').replace(/\\(.)/g, '$1'));
	});
}

function scripts(folder) {
	return readdirSync(join(here, 'node_modules', folder), { recursive: true }).filter(name => name.endsWith('.js')).map(name => join(folder, name));
}

/** A new version of a library must not fall back to English when it has something new to say. */
function mustKnow(dictionary, known, said) {
	const missing = [...new Set(said)].filter(sentence => /[A-Za-z]{2}/.test(sentence) && !(sentence in known));
	if (missing.length > 0) {
		console.error(`${dictionary} has no Chinese for:\n` + missing.map(sentence => JSON.stringify(sentence)).join('\n'));
		process.exit(1);
	}
}

function words(file) {
	return JSON.parse(readFileSync(join(here, 'src', file), 'utf8'));
}

/** In src/studio/words-unsaid.json stands what belongs to parts that we do not show. */
async function checkWords() {
	const form = readFileSync(join(here, 'src/form-words.ts'), 'utf8').replaceAll("\\'", "'");
	const ofForms = saidBy(['@bpmn-io/form-js-viewer/dist/index.es.js'], /translate\(/);
	mustKnow('src/form-words.ts', Object.fromEntries(ofForms.filter(sentence => form.includes(`'${sentence}':`)).map(sentence => [sentence, true])), ofForms);

	const library = await Promise.all(['bpmn-js', 'camunda-properties-panel', 'properties-panel', 'zeebe-properties-panel']
		.map(part => import(`bpmn-js-i18n-zh/lib/${part}/index.js`)));
	const unsaid = Object.fromEntries(words('studio/words-unsaid.json').map(sentence => [sentence, true]));
	const known = Object.assign(unsaid, ...library.map(part => part.default), words('studio/words.json'));
	mustKnow('src/studio/words.json', known, [
		...saidBy([...scripts('bpmn-js/lib'), ...scripts('diagram-js/lib'), 'diagram-js-minimap/dist/index.esm.js', 'bpmn-js-properties-panel/dist/index.esm.js',
			'@bpmn-io/properties-panel/dist/index.esm.js', 'bpmn-js-element-templates/dist/index.esm.js'], /translate\(\s*/),
		...saidBy(['bpmn-js/lib/features/popup-menu/PopupEntries.js'], /label: /),
		...saidBy(['shared', 'drd', 'decision-table', 'literal-expression', 'boxed-expression'].flatMap(part => scripts(`dmn-js-${part}/lib`)), /translate\(\s*/),
		...saidBy(['dmn-js-decision-table/lib/features/hit-policy/HitPolicies.js'], /(?:label|explanation): /)]);

	mustKnow('src/studio/form-editor-words.json', Object.assign(unsaid, words('studio/form-editor-words.json')), [
		...saidBy(['@bpmn-io/form-js-editor/dist/index.es.js'], /\b(?:label|title|description|tooltip|placeholder): (?=['"][A-Z])/),
		...saidBy(['@bpmn-io/form-js-editor/dist/index.es.js'], /\breturn (?=['"]M(?:ust|ay))/)]);
}

/** A file in src/islands is an island: nothing else has to be registered. */
const islands = {
	name: 'islands',
	setup(bundler) {
		bundler.onResolve({ filter: /^cuobian:islands$/ }, args => ({ path: args.path, namespace: 'islands' }));
		bundler.onLoad({ filter: /.*/, namespace: 'islands' }, () => ({
			resolveDir: join(here, 'src'),
			contents: 'export default {' + readdirSync(join(here, 'src/islands')).filter(name => name.endsWith('.ts'))
				.map(name => JSON.stringify(name.slice(0, -3)) + ': () => import("./islands/' + name + '")').join(',') + '};'
		}));
	}
};

/** An island brings its style sheet as text and adopts it: no second request and nothing the policy must allow. */
const adoptedStyles = {
	name: 'adopted-styles',
	setup(bundler) {
		bundler.onResolve({ filter: /\.css\?text$/ }, async args => {
			const found = await bundler.resolve(args.path.replace('?text', ''), { resolveDir: args.resolveDir, kind: 'import-rule' });
			return { path: found.path, namespace: 'css-text' };
		});
		bundler.onLoad({ filter: /.*/, namespace: 'css-text' }, async args => {
			const css = await build({ entryPoints: [args.path], outdir: out, bundle: true, minify: true, write: false, logLevel: 'error',
				assetNames: 'part-[hash]', loader: { '.woff2': 'file', '.woff': 'empty', '.ttf': 'empty', '.eot': 'empty', '.svg': 'empty' } });
			const [fonts, [sheet]] = [css.outputFiles.filter(file => !file.path.endsWith('.css')), css.outputFiles.filter(file => file.path.endsWith('.css'))];
			fonts.forEach(font => writeFileSync(font.path, font.contents));
			return { contents: sheet.text, loader: 'text' };
		});
	}
};

/** CodeMirror would write its styles into the page, which the policy forbids; as adopted style sheets they are allowed. */
const adoptedCodeMirror = {
	name: 'adopted-codemirror',
	setup(bundler) {
		bundler.onLoad({ filter: /style-mod[\\/]src[\\/]style-mod\.js$/ }, args => {
			const source = readFileSync(args.path, 'utf8');
			const mended = source.replace('if (!root.head && root.adoptedStyleSheets', 'if (root.adoptedStyleSheets');
			if (mended === source) {
				throw new Error('style-mod has changed: see how it writes its styles now');
			}
			return { contents: mended, loader: 'js' };
		});
	}
};

/** Only the icons named in icons.txt travel, as one sprite. */
function sprite() {
	const names = readFileSync(join(here, 'icons.txt'), 'utf8').split('\n').map(line => line.trim()).filter(Boolean);
	const folder = join(here, 'node_modules/@tabler/icons/icons');
	const symbols = names.map(name => {
		const filled = name.endsWith('-filled');
		const svg = readFileSync(join(folder, filled ? 'filled' : 'outline', (filled ? name.slice(0, -7) : name) + '.svg'), 'utf8');
		const shapes = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>')).replace(/\s*\n\s*/g, '');
		const paint = filled ? 'fill="currentColor" stroke="none"'
			: 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';
		return `<symbol id="${name}" viewBox="0 0 24 24" ${paint}>${shapes}</symbol>`;
	});
	writeFileSync(join(out, 'icons.svg'), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`);
}

/**
 * The font draws 民 and the radical ⺠ with one glyph, and a printed sheet would say ⺠ to whoever searches it. Without the
 * radicals (U+2E80 to U+2FDF) in its table of characters, a glyph has one meaning.
 */
function withoutRadicals(font) {
	const view = new DataView(font.buffer, font.byteOffset, font.length);
	const tables = Array.from({ length: view.getUint16(4) }, (_, at) => 12 + 16 * at);
	const cmap = view.getUint32(tables.find(at => font.toString('latin1', at, at + 4) === 'cmap') + 8);
	for (let at = 0; at < view.getUint16(cmap + 2); at++) {
		const table = cmap + view.getUint32(cmap + 8 + 8 * at);
		if (view.getUint16(table) === 12) {
			for (let group = table + 16; group < table + 16 + 12 * view.getUint32(table + 12); group += 12) {
				const first = view.getUint32(group);
				if (first >= 0x2e80 && first <= 0x2fdf) {
					view.setUint32(group + 4, first);
					view.setUint32(group + 8, 0);
				}
			}
		}
	}
	return font;
}

/** Printed sheets embed what they use of this font; the licence travels with it. */
function paperFont() {
	const folder = join(here, 'node_modules/@expo-google-fonts/noto-sans-sc');
	mkdirSync(fonts, { recursive: true });
	writeFileSync(join(fonts, 'NotoSansSC-Regular.ttf'), withoutRadicals(readFileSync(join(folder, '400Regular/NotoSansSC_400Regular.ttf'))));
	copyFileSync(join(folder, 'LICENSE_FONT'), join(fonts, 'NotoSansSC-LICENSE.txt'));
}

checkTypes();
await checkWords();
mkdirSync(out, { recursive: true });
for (const name of readdirSync(out).filter(name => name.startsWith('part-'))) {
	rmSync(join(out, name));
}
await build({
	entryPoints: { shell: join(here, 'src/shell.ts') },
	outdir: out,
	bundle: true,
	splitting: true,
	format: 'esm',
	target: ['es2022'],
	minify: true,
	sourcemap: false,
	legalComments: 'linked',
	chunkNames: 'part-[hash]',
	define: { 'process.env.NODE_ENV': '"production"' },
	plugins: [islands, adoptedStyles, adoptedCodeMirror],
	logLevel: 'warning'
});
sprite();
paperFont();
