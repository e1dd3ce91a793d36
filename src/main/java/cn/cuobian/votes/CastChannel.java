package cn.cuobian.votes;

import java.util.Locale;

/** How a ballot reached the box. */
public enum CastChannel {

	/** By the owner with his code. */
	ONLINE,
	/** On paper, entered twice by two officers. */
	PAPER,
	/** On paper by a holder of a written authority. */
	PROXY,
	/** On paper at the owner's door, entered by the two officers who were there. */
	HOME;

	/** Lower case, as in message keys. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}
}
