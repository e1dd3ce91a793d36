package cn.cuobian.paper;

import java.io.InputStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Noto Sans SC, laid into the class path by the build of the browser side. */
@Component
class ChineseFont {

	static final String FAMILY = "Noto Sans SC";
	private static final String PLACE = "/fonts/NotoSansSC-Regular.ttf";
	private static final Logger LOG = LoggerFactory.getLogger(ChineseFont.class);

	private final boolean present = ChineseFont.class.getResource(PLACE) != null;

	ChineseFont() {
		if (!present) {
			LOG.warn("{} is missing: nothing can be printed as PDF. Build once without -Dfrontend.skip, with Node 20 or newer.", PLACE);
		}
	}

	boolean present() {
		return present;
	}

	InputStream open() {
		InputStream in = ChineseFont.class.getResourceAsStream(PLACE);
		if (in == null) {
			throw new IllegalStateException(PLACE + " is missing: build once without -Dfrontend.skip, with Node 20 or newer");
		}
		return in;
	}
}
