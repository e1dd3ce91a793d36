package cn.cuobian.elections;

import java.util.Locale;

/** Whom a member of the preparation group stands for (Fujian regulation; Guiding Rules 10). */
enum Role {

	OWNER, DEVELOPER, SUBDISTRICT, RESIDENTS_COMMITTEE, PARTY_BRANCH;

	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}
}
