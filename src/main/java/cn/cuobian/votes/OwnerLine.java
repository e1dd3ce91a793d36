package cn.cuobian.votes;

/**
 * An owner as written in a line.
 *
 * @param lastFour of the identity document, empty when not written; kept only as part of a keyed hash
 * @param phone digits, empty when not written
 * @param mail empty when not written
 */
record OwnerLine(String name, String lastFour, String phone, String mail) {

	/**
	 * Who it is. The same name with the same last four digits is one person, and so is the same name with the same
	 * telephone number. A bare name says nothing outside of its unit: two people called 陈伟 must not become one voter.
	 */
	String identity(String unit) {
		if (!lastFour.isEmpty()) {
			return name + "|id|" + lastFour;
		}
		return phone.isEmpty() ? name + "|unit|" + unit : name + "|tel|" + phone;
	}

	/** What is known of the same person from two lines; the first line wins. */
	OwnerLine with(OwnerLine other) {
		return new OwnerLine(name, lastFour, phone.isEmpty() ? other.phone : phone, mail.isEmpty() ? other.mail : mail);
	}

	public String maskedName() {
		return Masked.name(name);
	}
}
