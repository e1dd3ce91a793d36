package cn.cuobian.territory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import cn.cuobian.refusals.RefusalSentences;

/**
 * The command {@code import-places --file=places.csv [--apply] [--lang=en]}: prints what the file would do and does it
 * with {@code --apply}. Ends with 1 when the file has errors, with 2 when there is no such file.
 */
@Component
@ConditionalOnProperty(name = "cuobian.command", havingValue = "import-places")
class ImportPlacesCommand implements ApplicationRunner, ExitCodeGenerator {

	private final PlaceImport imports;
	private final RefusalSentences sentences;
	private final MessageSource messages;
	private int exitCode;

	ImportPlacesCommand(PlaceImport imports, RefusalSentences sentences, MessageSource messages) {
		this.imports = imports;
		this.sentences = sentences;
		this.messages = messages;
	}

	@Override
	public void run(ApplicationArguments arguments) throws IOException {
		var locale = arguments.containsOption("lang") ? Locale.forLanguageTag(option(arguments, "lang")) : Locale.CHINA;
		var file = option(arguments, "file");
		if (file.isEmpty() || !Files.isReadable(Path.of(file))) {
			exitCode = 2;
			say("territory.import.file-missing", locale, file);
		} else {
			load(Files.readAllBytes(Path.of(file)), arguments.containsOption("apply"), locale);
		}
	}

	@Override
	public int getExitCode() {
		return exitCode;
	}

	private void load(byte[] content, boolean apply, Locale locale) {
		var preview = imports.preview(content);
		if (!preview.isApplicable()) {
			exitCode = 1;
			preview.errors().forEach(error -> say("territory.import.line", locale, String.valueOf(error.line()),
					sentences.sentence(error.refusal(), locale)));
			say("territory.import.errors", locale, preview.errors().size());
			return;
		}
		var shown = apply ? imports.apply(content) : preview;
		say(apply ? "territory.import.done" : "territory.import.would", locale, shown.added().size(), shown.changed().size(), shown.unchanged());
	}

	private void say(String key, Locale locale, Object... arguments) {
		System.out.println(messages.getMessage(key, arguments, locale));
	}

	private static String option(ApplicationArguments arguments, String name) {
		var values = arguments.getOptionValues(name);
		return values == null || values.isEmpty() ? "" : values.get(0);
	}
}
