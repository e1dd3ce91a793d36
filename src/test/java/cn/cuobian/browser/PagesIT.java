package cn.cuobian.browser;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page that stands without a matter: nothing sticks out, no violation of the policy, nobody is shut out. */
@BrowserTest
class PagesIT {

	private static final List<String> STAFF = List.of("/", "/tasks", "/tasks?tab=all", "/matters", "/matters/new", "/inbox",
			"/account/password", "/help", "/handbook", "/handbook/escalation", "/handbook/clocks", "/no-such-page");
	private static final List<String> ADMINISTRATOR = List.of("/admin/places", "/admin/places?at=lingxiu", "/admin/places/import", "/admin/people",
			"/admin/posts", "/admin/posts?place=lingxiu-1", "/admin/posts?place=jj", "/admin/alarms", "/admin/stopped", "/admin/tokens", "/admin/calendar", "/admin/calendar?year=2027", "/admin/calendar/hours", "/matters/import");

	static Stream<Arguments> staff() {
		return Stream.of(Arguments.of("steward", STAFF), Arguments.of("leader", STAFF), Arguments.of("supervisor", List.of("/", "/tasks", "/admin/alarms", "/admin/mails", "/board", "/board?state=overdue", "/board/load", "/figures", "/figures?lang=en", "/figures/models", "/figures/models/ladder", "/figures/forecasts", "/figures/export")),
				Arguments.of("designer", List.of("/design", "/design?lang=en", "/design/escalation", "/design/clocks?lang=en", "/design/escalation/running", "/design/matters/running?lang=en", "/design/elections", "/design/escalation/diff?from=1&to=1", "/handbook/elections?lang=en", "/design/desk", "/design/desk?lang=en")),
				Arguments.of("approver", List.of("/design", "/design/escalation")), Arguments.of("admin", ADMINISTRATOR));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/report", "/track", "/login", "/login?error", "/help", "/report?lang=en", "/help?lang=en",
			"/track/nobody-has-this-code" })
	void a_page_for_everybody_has_nothing_wrong(String path, Visitor resident) {
		resident.goesTo(path).findsNothingWrong();
	}

	@ParameterizedTest
	@MethodSource("staff")
	void a_page_for_staff_has_nothing_wrong(String username, List<String> paths, Visitor person) {
		person.signsIn(username);
		paths.forEach(path -> person.goesTo(path).findsNothingWrong());
	}

	@Test
	void english_pages_for_staff_have_nothing_wrong(Visitor person) {
		person.signsIn("hall");
		STAFF.forEach(path -> person.goesTo(path + (path.contains("?") ? "&" : "?") + "lang=en").findsNothingWrong());
	}
}
