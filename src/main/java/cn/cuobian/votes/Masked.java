package cn.cuobian.votes;

/** Names and contacts as pages show them: 张**, 138****5678, z***@example.cn. */
public final class Masked {

	private static final int PHONE_START = 3;
	private static final int PHONE_END = 4;
	private static final int LONG_PHONE = 11;

	private Masked() {
	}

	/** The first character only; a company shows no more of itself than a person. */
	public static String name(String name) {
		return first(name) + "**";
	}

	/** Eleven digits show three and four, fewer only the last four. */
	public static String phone(String phone) {
		var start = phone.length() >= LONG_PHONE ? phone.substring(0, PHONE_START) : "";
		return start + "****" + phone.substring(Math.max(start.length(), phone.length() - PHONE_END));
	}

	public static String mail(String mail) {
		return first(mail) + "***" + mail.substring(Math.max(0, mail.lastIndexOf('@')));
	}

	private static String first(String text) {
		return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1));
	}
}
