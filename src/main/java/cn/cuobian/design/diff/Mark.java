package cn.cuobian.design.diff;

/** What happened to something; shown by a sign as well as by a colour. */
public enum Mark {

	ADDED("+"), REMOVED("−"), CHANGED("~"), MOVED("↔");

	private final String sign;

	Mark(String sign) {
		this.sign = sign;
	}

	public String sign() {
		return sign;
	}
}
