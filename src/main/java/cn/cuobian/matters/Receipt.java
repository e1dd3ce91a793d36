package cn.cuobian.matters;

/**
 * What the resident takes home.
 *
 * @param number       may be told to anybody
 * @param trackingCode opens the matter's public page; this is the only time it can be read
 */
public record Receipt(String number, String trackingCode) {

	/** Without the code, which belongs into no log. */
	@Override
	public String toString() {
		return "Receipt " + number;
	}
}
