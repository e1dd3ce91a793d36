package cn.cuobian.supervision;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.web.util.UriComponentsBuilder;

/** What a supervisor looks for on the board; every part may be null. Read from and written into the page's address. */
record BoardFilter(String place, String tier, String kind, Long person, String post, State state) {

	/** How a clock stands. */
	enum State {
		OVERDUE, TODAY, SOON, PAUSED, ASKED, LISTED;

		public String code() {
			return name().toLowerCase(Locale.ROOT);
		}
	}

	static BoardFilter of(Map<String, String> parameters) {
		return new BoardFilter(text(parameters, "place"), text(parameters, "tier"), text(parameters, "kind"),
				Optional.ofNullable(text(parameters, "person")).filter(id -> id.matches("[0-9]{1,18}")).map(Long::valueOf).orElse(null),
				text(parameters, "post"), state(text(parameters, "state")));
	}

	/** The part of the address that brings the same list again. */
	public String query() {
		var query = UriComponentsBuilder.newInstance();
		parameters().forEach(query::queryParam);
		return query.encode().build().getQuery() == null ? "" : query.encode().build().getQuery();
	}

	/** The same list at another place, or in another state. */
	public String queryAt(String otherPlace) {
		return new BoardFilter(otherPlace, tier, kind, person, post, state).query();
	}

	public String queryIn(String code) {
		return new BoardFilter(place, tier, kind, person, post, state(code)).query();
	}

	public boolean isNarrowed() {
		return tier != null || kind != null || person != null || post != null;
	}

	private Map<String, Object> parameters() {
		var all = new LinkedHashMap<String, Object>();
		all.put("place", place);
		all.put("tier", tier);
		all.put("kind", kind);
		all.put("person", person);
		all.put("post", post);
		all.put("state", state == null ? null : state.code());
		all.values().removeIf(value -> value == null);
		return all;
	}

	private static State state(String code) {
		for (var state : State.values()) {
			if (state.code().equals(code)) {
				return state;
			}
		}
		return null;
	}

	private static String text(Map<String, String> parameters, String name) {
		var value = parameters.get(name);
		return value == null || value.isBlank() || value.length() > 120 ? null : value.strip();
	}
}
