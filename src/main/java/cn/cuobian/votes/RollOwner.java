package cn.cuobian.votes;

/**
 * An owner as a roll keeps him, opened.
 *
 * @param phone empty when none is known
 * @param mail empty when none is known
 * @param representative whether he votes for the others of the unit or head he was asked for
 */
record RollOwner(long id, String name, String phone, String mail, boolean representative) {

	RollOwner masked() {
		return new RollOwner(id, Masked.name(name), phone.isEmpty() ? "" : Masked.phone(phone), mail.isEmpty() ? "" : Masked.mail(mail), representative);
	}
}
