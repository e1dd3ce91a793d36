package cn.cuobian.territory;

import java.util.Locale;

/**
 * A place of the tree. The numbers are what the sub-district reported, null where it did not.
 *
 * @param parent code of the place above, null at the root
 * @param path codes from the root down to this place, {@code /qz/jj/jj-lingyuan/jj-lingyuan-lingshui/lingxiu/}
 * @param built year of completion
 * @param source where the facts were read
 */
public record Place(String code, String parent, Level level, String nameZh, String nameEn, String path,
		Integer households, Integer buildings, Integer residents, Integer built, String note, String source) {

	/** The name in the reader's language; Chinese unless he reads English. */
	public String name(Locale locale) {
		return locale != null && "en".equals(locale.getLanguage()) ? nameEn : nameZh;
	}

	/** Whether this is the other place or lies somewhere below it. */
	public boolean isWithin(Place other) {
		return path.startsWith(other.path);
	}
}
