package cn.cuobian.matters;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import cn.cuobian.forms.MailAddress;
import cn.cuobian.refusals.Refusal;
import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * How to reach who reported. Everything is optional, and kept only with consent; shown masked.
 */
public record Contact(String name, String phone, String mail) {

	/** Longest name, in characters. */
	public static final int MAX_NAME = 60;
	/** Longest mail address, in characters. */
	public static final int MAX_MAIL = 120;

	private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{5,18}[0-9]");
	private static final int KEPT_AT_START = 3;
	private static final int KEPT_AT_END = 4;
	private static final int SHOWN_OF_VEILED = 2;

	/** Nothing at all. */
	public static final Contact NONE = new Contact(null, null, null);

	public Contact {
		name = blankAsNull(name);
		phone = blankAsNull(phone);
		mail = blankAsNull(mail);
	}

	private static String blankAsNull(String text) {
		return text == null || text.isBlank() ? null : text.strip();
	}

	@JsonIgnore
	public boolean isEmpty() {
		return Stream.of(name, phone, mail).allMatch(part -> part == null);
	}

	List<Refusal> faults() {
		List<Refusal> faults = new ArrayList<>();
		if (name != null && name.length() > MAX_NAME) {
			faults.add(Refusal.onField("name", "matters.contact-name-too-long", MAX_NAME));
		}
		if (phone != null && !PHONE.matcher(phone).matches()) {
			faults.add(Refusal.onField("phone", "matters.contact-phone"));
		}
		if (mail != null && (mail.length() > MAX_MAIL || !MailAddress.is(mail))) {
			faults.add(Refusal.onField("mail", "matters.contact-mail"));
		}
		return faults;
	}

	/** 张** · 138****5678 · z***@example.com */
	public Contact masked() {
		return new Contact(name == null ? null : firstCharacter(name) + "**", phone == null ? null : maskedPhone(phone),
				mail == null ? null : firstCharacter(mail) + "***" + mail.substring(mail.lastIndexOf('@')));
	}

	/** ** · ****78 · ***: enough for its owner to know it again, nothing for whoever found the slip. */
	Contact veiled() {
		return new Contact(name == null ? null : "**",
				phone == null ? null : "****" + phone.substring(phone.length() - SHOWN_OF_VEILED), mail == null ? null : "***");
	}

	Contact withoutMail() {
		return new Contact(name, phone, null);
	}

	/** What is given here, and what stays as it was. */
	Contact over(Contact before) {
		return new Contact(name == null ? before.name : name, phone == null ? before.phone : phone,
				mail == null ? before.mail : mail);
	}

	private static String firstCharacter(String text) {
		return text.substring(0, text.offsetByCodePoints(0, 1));
	}

	private static String maskedPhone(String phone) {
		String digits = phone.replaceAll("[^0-9]", "");
		boolean longEnough = digits.length() > KEPT_AT_START + KEPT_AT_END;
		String start = longEnough ? digits.substring(0, KEPT_AT_START) : "";
		return start + "****" + (longEnough ? digits.substring(digits.length() - KEPT_AT_END) : "");
	}

	/** Says nothing, so that no log line can give a contact away. */
	@Override
	public String toString() {
		return "Contact";
	}
}
