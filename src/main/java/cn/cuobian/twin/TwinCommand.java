package cn.cuobian.twin;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import cn.cuobian.design.walk.Answer;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.refusals.RefusalSentences;

/**
 * The command {@code twin}: furnishes a house in memory, then answers one line of JSON with one line of JSON until its
 * input ends. Everything else that is printed goes to the error output. Started by the design studio, never by people.
 */
@ForTwin
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class TwinCommand implements ApplicationRunner {

	private static final int LONGEST_REASON = 600;

	private final Stage stage;
	private final RefusalSentences sentences;
	private final JsonMapper json;

	TwinCommand(Stage stage, RefusalSentences sentences, JsonMapper json) {
		this.stage = stage;
		this.sentences = sentences;
		this.json = json;
	}

	@Override
	public void run(ApplicationArguments arguments) throws IOException {
		var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
		System.setOut(System.err);
		endWithParent();
		stage.furnish();
		out.println(json.writeValueAsString(Answer.form(null)));
		var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			out.println(json.writeValueAsString(answer(line)));
		}
	}

	/** A model that spins never comes back to read that its input has ended. */
	private static void endWithParent() {
		ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
	}

	private Answer answer(String line) {
		var order = json.readValue(line, cn.cuobian.design.walk.Order.class);
		Locale language = order.language() == null ? Locale.CHINESE : Locale.forLanguageTag(order.language());
		LocaleContextHolder.setLocale(language);
		try {
			return stage.answer(order, language);
		} catch (Refusal refusal) {
			return Answer.refused(sentences.sentence(refusal, language), sentences.byField(refusal, language));
		} catch (RuntimeException | StackOverflowError e) {
			return Answer.broken(reason(e));
		}
	}

	/** The innermost cause says what, the engine around it says where. */
	private static String reason(Throwable thrown) {
		Throwable cause = thrown;
		while (cause.getCause() != null && cause.getCause() != cause) {
			cause = cause.getCause();
		}
		String outer = String.valueOf(thrown.getMessage());
		String inner = cause == thrown ? "" : " — " + cause;
		String all = (thrown instanceof StackOverflowError ? thrown.toString() : outer) + inner;
		return all.substring(0, Math.min(all.length(), LONGEST_REASON));
	}
}
