package cn.cuobian.worklist;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a person wants to see of the list. It stands in the page's address as a whole, so that a list can be kept,
 * shared and gone back to.
 *
 * @param place code of a place: tasks there and below
 * @param text beginning of a number or a title
 */
public record WorkFilter(Tab tab, String place, String kind, String tier, String element, Due due, Taken taken,
		String text, Sort sort) {

	/** Whose tasks. */
	public enum Tab { MINE, POSTS, ALL }

	/** How much time is left. */
	public enum Due { ANY, OVERDUE, TODAY, WEEK }

	/** Who has taken it. */
	public enum Taken { ANYBODY, ME, NOBODY }

	/** In which order: by remaining time, newest first, or by number (not in {@link Tab#ALL}, which is too wide for it). */
	public enum Sort { DUE, NEWEST, NUMBER }

	private static final int LONGEST = 80;

	public WorkFilter {
		sort = sort == Sort.NUMBER && tab == Tab.ALL ? Sort.DUE : sort;
	}

	/** The plain list of a tab. */
	public static WorkFilter of(Tab tab) {
		return new WorkFilter(tab, null, null, null, null, Due.ANY, usual(tab), null, Sort.DUE);
	}

	/** Reads the address; what is not understood is left out, for an old link must not end in an error. */
	public static WorkFilter of(Map<String, String> parameters) {
		var tab = choice(parameters, "tab", Tab.POSTS);
		return new WorkFilter(tab, text(parameters, "place"), text(parameters, "kind"), text(parameters, "tier"),
				text(parameters, "step"), choice(parameters, "due", Due.ANY), choice(parameters, "taken", usual(tab)),
				text(parameters, "text"), choice(parameters, "sort", Sort.DUE));
	}

	/** Whether anything but the tab and the order was chosen. */
	public boolean isNarrowed() {
		return !parameters().keySet().stream().allMatch(name -> name.equals("tab") || name.equals("sort"));
	}

	/** What differs from the plain list, by parameter name; the tab is always there. */
	public Map<String, String> parameters() {
		var all = new LinkedHashMap<String, String>();
		all.put("tab", word(tab));
		all.put("place", place);
		all.put("kind", kind);
		all.put("tier", tier);
		all.put("step", element);
		all.put("due", due == Due.ANY ? null : word(due));
		all.put("taken", taken == usual(tab) ? null : word(taken));
		all.put("text", text);
		all.put("sort", sort == Sort.DUE ? null : word(sort));
		all.values().removeIf(value -> value == null);
		return all;
	}

	/** The address of this list behind {@code /tasks?}, encoded. */
	public String query() {
		var address = UriComponentsBuilder.newInstance();
		parameters().keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
		return address.encode().buildAndExpand(parameters()).getQuery();
	}

	/** The address of this list with one parameter changed, or left out when the value is empty. */
	public String with(String name, String value) {
		var changed = new LinkedHashMap<>(parameters());
		changed.put(name, value);
		return WorkFilter.of(changed).query();
	}

	/** At one's posts stands what can still be taken; what others have taken is shown when asked for. */
	private static Taken usual(Tab tab) {
		return tab == Tab.POSTS ? Taken.NOBODY : Taken.ANYBODY;
	}

	private static String text(Map<String, String> parameters, String name) {
		var text = parameters.getOrDefault(name, "").strip();
		return text.isEmpty() ? null : text.substring(0, Math.min(LONGEST, text.length()));
	}

	private static <E extends Enum<E>> E choice(Map<String, String> parameters, String name, E otherwise) {
		var word = parameters.getOrDefault(name, "").strip();
		return Arrays.stream(otherwise.getDeclaringClass().getEnumConstants()).filter(each -> word(each).equals(word))
			.findFirst().orElse(otherwise);
	}

	private static String word(Enum<?> choice) {
		return choice.name().toLowerCase(Locale.ROOT);
	}
}
