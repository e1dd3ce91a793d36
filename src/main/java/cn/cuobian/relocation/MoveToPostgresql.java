package cn.cuobian.relocation;

import java.util.Locale;

import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.core.NestedExceptionUtils;

/**
 * The command {@code move-to-postgresql --from=data/cuobian [--from-user= --from-password=] [--apply] [--lang=en]}: looks,
 * and moves with {@code --apply}. Ends with 1 when something is in the way or failed, and then nothing was moved; with 2
 * when the file or the settings of the target are missing; with 3 when there are records that no longer prove themselves in
 * the source already: they are moved as they are.
 */
class MoveToPostgresql implements ApplicationRunner, ExitCodeGenerator {

	private static final int IN_THE_WAY = 1;
	private static final int NOT_NAMED = 2;
	private static final int BROKEN_BEFORE = 3;

	private final ObjectProvider<NewHouse> target;
	private final ObjectProvider<Move> move;
	private final Look look;
	private final Proving proving;
	private final Speech speech;
	private int exitCode;

	MoveToPostgresql(ObjectProvider<NewHouse> target, ObjectProvider<Move> move, Look look, Proving proving, Speech speech) {
		this.target = target;
		this.move = move;
		this.look = look;
		this.proving = proving;
		this.speech = speech;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		speech.in(Locale.forLanguageTag(option(arguments, "lang", Locale.CHINA.toLanguageTag())));
		var file = option(arguments, "from", "");
		if (!OldHouse.isThere(file)) {
			exitCode = NOT_NAMED;
			speech.say("no-source", file);
			return;
		}
		try (var from = OldHouse.open(file, option(arguments, "from-user", "cuobian"), option(arguments, "from-password", ""))) {
			run(from, arguments.containsOption("apply"));
		} catch (Hindrance hindrance) {
			exitCode = Math.max(exitCode, IN_THE_WAY);
			speech.say(hindrance);
			speech.say("nothing-moved");
		}
	}

	@Override
	public int getExitCode() {
		return exitCode;
	}

	private void run(OldHouse from, boolean apply) {
		var to = target();
		to.require();
		speech.rows(look.counts(from));
		var hindrances = look.hindrances(from, to);
		hindrances.forEach(speech::say);
		if (!hindrances.isEmpty()) {
			exitCode = IN_THE_WAY;
			speech.say("nothing-moved");
			return;
		}
		var proven = proving.read(from.db());
		speech.proofs(proven);
		if (apply) {
			move.getObject().run(from, proven);
		}
		exitCode = Proving.broken(proven) > 0 ? BROKEN_BEFORE : 0;
		speech.say(apply ? "moved" : "can-move");
		if (exitCode == BROKEN_BEFORE) {
			speech.say(apply ? "broken-before" : "broken-found");
		}
	}

	/** @throws Hindrance if the settings do not name it */
	private NewHouse target() {
		try {
			return target.getObject();
		} catch (BeansException e) {
			exitCode = NOT_NAMED;
			throw new Hindrance("target-settings", NestedExceptionUtils.getMostSpecificCause(e).getMessage());
		}
	}

	private static String option(ApplicationArguments arguments, String name, String otherwise) {
		var values = arguments.getOptionValues(name);
		return values == null || values.isEmpty() ? otherwise : values.get(0);
	}
}
