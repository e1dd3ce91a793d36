package cn.cuobian.browser;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page on a phone and on a desk: nothing sticks out, no violation of the policy, nobody is shut out. */
@BrowserTest
class PagesIT {

	private static final List<Integer> WIDTHS = List.of(390, 1280);
	private static final List<String> PUBLIC = List.of("/login", "/login?error", "/help", "/help?lang=en", "/track/nobody-has-this-code");
	private static final List<String> STAFF = List.of("/account/password", "/help", "/inbox", "/no-such-page");

	static Stream<Arguments> publicPages() {
		return PUBLIC.stream().flatMap(path -> WIDTHS.stream().map(width -> Arguments.of(path, width)));
	}

	static Stream<Arguments> staff() {
		return Stream.of("steward", "admin").flatMap(name -> WIDTHS.stream().map(width -> Arguments.of(name, width)));
	}

	@ParameterizedTest
	@MethodSource("publicPages")
	void a_page_for_everybody_has_nothing_wrong(String path, int width, Visitor resident) {
		resident.opensWindow(width).goesTo(path).findsNothingWrong();
	}

	@ParameterizedTest
	@MethodSource("staff")
	void a_page_for_staff_has_nothing_wrong(String username, int width, Visitor person) {
		person.opensWindow(width).signsIn(username);
		STAFF.forEach(path -> person.goesTo(path).findsNothingWrong());
	}
}
