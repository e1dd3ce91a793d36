package cn.cuobian.forms;

import java.util.regex.Pattern;

/**
 * What a mail address looks like, wherever somebody writes one: one address that a mail server can be handed without
 * quoting (the atoms of RFC 5322 §3.2.3 without the bar that divides our own columns, and host names of letters, digits
 * and hyphens). Whether anybody lives there only the server knows. Lists of addresses are none.
 */
public final class MailAddress {

	/** Longest address, in characters: RFC 5321 §4.5.3.1.3, a path of 256 without its brackets. */
	public static final int LONGEST = 254;

	/** No dot first, last or beside another, on either side; no hyphen at an end of a name. What is looked ahead for is looked for once. */
	private static final Pattern ONE = Pattern.compile("""
			(?!\\.)(?!.*\\.[.@])[A-Za-z0-9!#$%&'*+/=?^_`{}~.-]{1,64}@\
			(?![.-])(?!.*[.-]\\.)(?!.*\\.-)(?=.*\\.)[A-Za-z0-9.-]+(?<![.-])""");

	private MailAddress() {
	}

	public static boolean is(String text) {
		return text.length() <= LONGEST && ONE.matcher(text).matches();
	}
}
