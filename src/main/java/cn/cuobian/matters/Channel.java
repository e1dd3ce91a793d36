package cn.cuobian.matters;

import java.util.Locale;

import cn.cuobian.refusals.Refusal;

/**
 * How a matter came in.
 */
public enum Channel {

	/** Filed by the resident on the public page. */
	WEB,
	PHONE,
	VISIT,
	WECHAT,
	/** From another system over the API. */
	API,
	/** Taken over from a list. */
	LIST;

	/** Lower case, as in the API and in message keys. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** @throws Refusal if it is none of the known words */
	public static Channel of(String code) {
		for (Channel channel : values()) {
			if (channel.code().equalsIgnoreCase(code)) {
				return channel;
			}
		}
		throw Refusal.onField("channel", "matters.unknown-channel", code);
	}
}
