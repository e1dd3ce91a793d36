/** The language of the page, written by the server into its lang attribute. */
export const chinese = document.documentElement.lang !== 'en';

/** The sentence in the reader's language; both stand side by side so that neither is forgotten. */
export function say(zh: string, en: string): string {
	return chinese ? zh : en;
}

/** The locale for dates and numbers. */
export const locale = chinese ? 'zh-CN' : 'en-GB';
