package cn.cuobian.matters;

import java.util.Locale;

/**
 * What a matter is about, and the process that handles it.
 *
 * @param processKey key of the model that is started
 * @param icon       name of a Tabler icon, or null
 */
public record Kind(String code, String nameZh, String nameEn, String processKey, String icon) {

	public String name(Locale locale) {
		return "en".equals(locale.getLanguage()) ? nameEn : nameZh;
	}
}
