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

	/** An owner on a roll. */
	record Owner(long ownerId) implements Addressee {

		static final String PREFIX = "owner:";

		@Override
		public String key() {
			return PREFIX + ownerId;
		}
	}

	/** Who votes with a code: the mail carries it. */
	record Voter(long codeId) implements Addressee {

		static final String PREFIX = "code:";

		@Override
		public String key() {
			return PREFIX + codeId;
		}
	}

	static Addressee of(String key) {
		long id = Long.parseLong(key.substring(key.indexOf(':') + 1));
		return switch (key.substring(0, key.indexOf(':') + 1)) {
			case Staff.PREFIX -> new Staff(id);
			case Owner.PREFIX -> new Owner(id);
			case Voter.PREFIX -> new Voter(id);
			default -> new Reporter(id);
		};
	}
}
