package cn.cuobian.votes;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words of printed sheets: Chinese, and numbers as they are, without separators. */
@Component
class PrintWords {

	private static final int HUNDREDTHS = 2;

	private final MessageSource messages;

	PrintWords(MessageSource messages) {
		this.messages = messages;
	}

	String of(String key, Object... values) {
		return messages.getMessage(key, Arrays.stream(values).map(String::valueOf).toArray(), Locale.SIMPLIFIED_CHINESE);
	}

	String weight(Weight weight) {
		return of("votes.print.weight", area(weight.area()), weight.heads());
	}

	/** In m², with both decimals. */
	static String area(long area) {
		return BigDecimal.valueOf(area, HUNDREDTHS).toPlainString();
	}
}
