package cn.cuobian.forms;

import java.math.BigDecimal;

/**
 * How long a text and how large a number may be. {@code null} bounds are open.
 *
 * @param decimals digits allowed after the point
 * @param shape of a text: free, an e-mail address or a phone number
 */
public record Limits(int minLength, int maxLength, BigDecimal min, BigDecimal max, int decimals, Shape shape) {

	/** What a text must look like. */
	public enum Shape { FREE, EMAIL, PHONE }
}
