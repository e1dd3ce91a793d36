package cn.cuobian.territory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The whole tree as it was at one edition: immutable, read by all threads. */
final class Atlas {

	private static final Comparator<Place> IN_ORDER = Comparator.comparing(Place::level)
			.thenComparing(Atlas::number).thenComparing(Place::code);

	final long edition;
	final Instant checked;
	private final Map<String, Place> places = new LinkedHashMap<>();
	private final Map<String, List<Place>> children = new HashMap<>();
	private final Map<String, String> words = new HashMap<>();

	Atlas(long edition, Instant checked, Collection<Place> all) {
		this.edition = edition;
		this.checked = checked;
		all.stream().sorted(IN_ORDER).forEach(this::add);
		places.values().forEach(place -> words.put(place.code(), wordsOf(place)));
	}

	private Atlas(Atlas same, Instant checked) {
		this.edition = same.edition;
		this.checked = checked;
		places.putAll(same.places);
		children.putAll(same.children);
		words.putAll(same.words);
	}

	Atlas confirmed(Instant now) {
		return new Atlas(this, now);
	}

	Optional<Place> find(String code) {
		return Optional.ofNullable(code).map(places::get);
	}

	List<Place> children(String code) {
		return List.copyOf(children.getOrDefault(code == null ? "" : code, List.of()));
	}

	List<Place> lineage(Place place) {
		var lineage = new ArrayList<Place>();
		for (var at = place; at != null; at = at.parent() == null ? null : places.get(at.parent())) {
			lineage.add(at);
		}
		return lineage;
	}

	/** Exact codes and names first, then in the order of the tree, larger places before smaller ones. */
	List<Place> search(String text, int max) {
		var wanted = text.strip().toLowerCase(Locale.ROOT);
		var exact = places.values().stream().filter(place -> isNamed(place, wanted));
		var near = places.values().stream()
				.filter(place -> !isNamed(place, wanted) && words.get(place.code()).contains(wanted));
		return Stream.concat(exact, near).limit(max).toList();
	}

	private void add(Place place) {
		places.put(place.code(), place);
		children.computeIfAbsent(place.parent() == null ? "" : place.parent(), none -> new ArrayList<>()).add(place);
	}

	private static boolean isNamed(Place place, String text) {
		return place.code().equals(text) || place.nameZh().equalsIgnoreCase(text) || place.nameEn().equalsIgnoreCase(text);
	}

	/** Residents write the compound before the building, 灵秀家园1栋, with or without a space. */
	private String wordsOf(Place place) {
		var above = place.parent() == null ? place : places.get(place.parent());
		return String.join("\n", place.code(), above.nameZh() + place.nameZh(), above.nameZh() + " " + place.nameZh(),
				above.nameEn() + " " + place.nameEn(), place.nameEn() + " " + above.nameEn()).toLowerCase(Locale.ROOT);
	}

	/** Building 10 comes after building 9. */
	private static int number(Place place) {
		var digits = place.code().substring(place.code().lastIndexOf('-') + 1);
		return place.level().isBelow(Level.COMPOUND) && digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
	}
}
