package cn.cuobian.people;

import java.util.Locale;

import cn.cuobian.territory.Level;

/**
 * A kind of post; who holds it where is a {@link Holding}.
 *
 * @param level where it is usually held, null: anywhere
 * @param fallsTo code of the post that takes its work while nobody holds it, null for the last one
 * @param seesTerritory whether its holder may read every matter below the place
 * @param department whether it stands for a department to which a meeting can assign work
 * @param role {@code ADMINISTRATOR}, {@code SUPERVISOR}, {@code DESIGNER}, {@code APPROVER} or null
 */
public record Post(String code, String nameZh, String nameEn, Level level, String fallsTo, boolean seesTerritory,
		boolean department, String role) {

	public String name(Locale locale) {
		return "en".equals(locale.getLanguage()) ? nameEn : nameZh;
	}
}
