package cn.cuobian.messages;

/** Who a mail is for. An address is looked up only when the mail leaves. */
sealed interface Addressee {

	/** As the outbox keeps it. */
	String key();

	/** Somebody who works with the system. */
	record Staff(long personId) implements Addressee {

		static final String PREFIX = "person:";

		@Override
		public String key() {
			return PREFIX + personId;
		}
	}

	/** Who reported a matter. */
	record Reporter(long matterId) implements Addressee {

		static final String PREFIX = "matter:";

		@Override
		public String key() {
			return PREFIX + matterId;
		}
	}

	static Addressee of(String key) {
		return key.startsWith(Staff.PREFIX) ? new Staff(Long.parseLong(key.substring(Staff.PREFIX.length())))
				: new Reporter(Long.parseLong(key.substring(Reporter.PREFIX.length())));
	}
}
