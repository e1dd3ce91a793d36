import { chinese } from './words';

/** What form-js says of its own accord, in Chinese. */
const dictionary: Record<string, string> = {
	'Add new': '添加一项',
	'All values selected': '已全部选中',
	'Click to remove sorting': '点击取消排序',
	'Click to sort by {value} ascending': '点击按{value}升序',
	'Click to sort by {value} descending': '点击按{value}降序',
	'Collapse': '收起',
	'Date and time must both be entered.': '日期和时间都要填。',
	'Decrement': '减一',
	'Document reference is not defined.': '没有指定文件。',
	'Download {fileName}': '下载 {fileName}',
	'Expand all ({value})': '展开全部（{value}）',
	'External content couldn\'t be loaded.': '外部内容没有打开。',
	'Field is required.': '这一项必须填写。',
	'Field must be a valid email.': '请填写正确的邮箱。',
	'Field must be a valid international phone number. (e.g. +4930664040900)': '请填写正确的电话号码。',
	'Field must have maximum length of {value}.': '最多写{value}个字。',
	'Field must have maximum value of {value}.': '不能大于{value}。',
	'Field must have minimum length of {value}.': '至少写{value}个字。',
	'Field must have minimum value of {value}.': '不能小于{value}。',
	'Field must match pattern {value}.': '格式不对。',
	'Increment': '加一',
	'Max validation value is not a valid number.': '表单的最大值设置有误，请告诉管理员。',
	'Min validation value is not a valid number.': '表单的最小值设置有误，请告诉管理员。',
	'Next page': '下一页',
	'No content to show.': '没有内容。',
	'No files selected': '没有选择文件',
	'No results': '没有符合的选项',
	'Nothing to show.': '没有内容。',
	'Please select a valid value, the two nearest valid values are {previousValue} and {nextValue}.': '请填写有效的数，最接近的是{previousValue}和{nextValue}。',
	'Previous page': '上一页',
	'Remove tag': '移除',
	'Search': '搜索',
	'Skip to search': '跳到搜索',
	'Unable to download document': '文件没有下载成功',
	'Value is expected to be an integer.': '请填写整数。',
	'Value is expected to have at most 1 decimal digit.': '最多一位小数。',
	'Value is expected to have at most {value} decimal digits.': '最多{value}位小数。',
	'Value is not a number.': '请填写数字。',
	'binding path \'{value}\' is already claimed': '表单里的名字“{value}”重复了，请告诉管理员。',
	'{page} of {total}': '第{page}页，共{total}页',
	'{value} files selected': '已选择{value}个文件'
};

type Replacements = Record<string, string | number>;

/** A form-js module that says everything in the reader's language. */
export const translations = { translate: ['value', (template: string, replacements?: Replacements) => translate(template, replacements)] };

function translate(template: string, replacements: Replacements = {}): string {
	const sentence = chinese ? dictionary[template] ?? template : template;
	return sentence.replace(/{([^}]+)}/g, (_, name: string) => String(replacements[name] ?? `{${name}}`));
}

type Component = Record<string, unknown> & { components?: Component[]; values?: Component[]; properties?: Record<string, string> };

/** The texts of a form that may stand in English beside the Chinese: in properties as "label.en" and so on. */
const texts = ['label', 'description', 'text', 'placeholder'];

/** The form in the reader's language. Forms are written in Chinese; where English is missing the Chinese stays. */
export function inReadersLanguage<T extends Component>(schema: T): T {
	if (chinese) {
		return schema;
	}
	const english: Component = { ...schema };
	texts.forEach(text => english[text] = schema.properties?.[`${text}.en`] ?? schema[`${text}.en`] ?? schema[text]);
	texts.filter(text => english[text] === undefined).forEach(text => delete english[text]);
	for (const list of ['components', 'values'] as const) {
		if (Array.isArray(schema[list])) {
			english[list] = schema[list]?.map(inReadersLanguage);
		}
	}
	return english as T;
}
