package cn.cuobian.paper;

import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Prints a template of ours as PDF: A4, Chinese, with the font inside. The template is well-formed (every element
 * closed) and builds on {@code paper/sheet}. Nothing is fetched while printing: pictures stand in the page as
 * {@code data:} addresses.
 */
@Component
public class Press {

	private final ITemplateEngine templates;
	private final ChineseFont font;

	Press(ITemplateEngine templates, ChineseFont font) {
		this.templates = templates;
		this.font = font;
	}

	/** Whether there is a font to print with; ask before offering to print. */
	public boolean ready() {
		return font.present();
	}

	/**
	 * @param template its name, such as {@code votes/print/ballots}
	 * @throws IllegalStateException without a font ({@link #ready}), or if the template is not well-formed
	 */
	public byte[] print(String template, Map<String, Object> words) {
		return Pdf.of(templates.process(template, new Context(Locale.SIMPLIFIED_CHINESE, words)), font);
	}
}
