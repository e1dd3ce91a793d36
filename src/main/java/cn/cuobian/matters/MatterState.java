package cn.cuobian.matters;

import java.util.Locale;

/**
 * How far a matter is, as a resident would put it.
 */
public enum MatterState {

	/** Somebody works on it. */
	OPEN,
	/** The answer is with the resident, who may rate it or ask once for more. */
	ANSWERED,
	/** Filed away. */
	CLOSED,
	/** Taken back by the resident. */
	WITHDRAWN,
	/** Not ours to do; the answer says whose it is. */
	REFUSED;

	/** Lower case, as in the API and in message keys. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}
}
