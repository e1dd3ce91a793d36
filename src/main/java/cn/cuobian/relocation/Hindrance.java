package cn.cuobian.relocation;

/** Why the house cannot move, with what to do about it: {@code relocation.hindrance.<reason>}. */
final class Hindrance extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final String reason;
	private final transient Object[] details;

	Hindrance(String reason, Object... details) {
		super(reason, null, false, false);
		this.reason = reason;
		this.details = details;
	}

	String reason() {
		return reason;
	}

	Object[] details() {
		return details;
	}
}
