package cn.cuobian.design;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import cn.cuobian.design.desk.Delivery;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/**
 * To which bundle files from a drawing tool belong, which knows nothing of bundles: to the one after which the delivery is
 * called, else to the one that has a file of that name.
 */
@Component
class DeskBundles {

	private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
	private static final String LIMITS = Paths.name(Paths.LIMITS);

	private final Bundles bundles;
	private final DeskDraft own;
	private final MessageSource messages;

	DeskBundles(Bundles bundles, DeskDraft own, MessageSource messages) {
		this.bundles = bundles;
		this.own = own;
		this.messages = messages;
	}

	/** @throws Refusal for files that lie in no bundle, or in several */
	String of(Delivery delivery, Viewer viewer) {
		return named(delivery.name()).orElseGet(() -> holding(asked(delivery), viewer));
	}

	/** What stands in every draft says nothing, if anything else stands beside it. */
	private static Set<String> asked(Delivery delivery) {
		Set<String> names = new HashSet<>(delivery.files().keySet());
		if (names.size() > 1) {
			names.remove(LIMITS);
		}
		return names;
	}

	private Optional<String> named(String name) {
		return codes().filter(code -> code.equalsIgnoreCase(name) || LANGUAGES.stream()
				.anyMatch(language -> name.equalsIgnoreCase(messages.getMessage("design.bundle." + code, null, code, language)))).findFirst();
	}

	private String holding(Set<String> names, Viewer viewer) {
		var holders = codes().filter(code -> holds(code, names, viewer)).toList();
		if (holders.isEmpty()) {
			throw new Refusal("design.desk-unknown-file", listed(names.stream()), listed(codes()));
		}
		if (holders.size() > 1) {
			throw new Refusal("design.desk-several-bundles", listed(names.stream()), listed(holders.stream()));
		}
		return holders.get(0);
	}

	private boolean holds(String bundle, Set<String> names, Viewer viewer) {
		Set<String> paths = new HashSet<>(bundles.digests(bundle, bundles.current(bundle).version()).keySet());
		own.find(bundle, viewer).ifPresent(draft -> paths.addAll(own.paths(draft)));
		return paths.stream().filter(path -> Paths.bundle(path).equals(bundle)).map(Paths::name).anyMatch(names::contains);
	}

	private Stream<String> codes() {
		return bundles.all().stream().map(Bundle::code);
	}

	private static String listed(Stream<String> words) {
		return words.sorted().collect(Collectors.joining(", "));
	}
}
