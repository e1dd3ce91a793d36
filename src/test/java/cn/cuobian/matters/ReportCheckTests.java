package cn.cuobian.matters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.cuobian.refusals.Refusal;

/** A title is one line that says something, whatever it was made from. */
class ReportCheckTests {

	private final ReportCheck check = ReportTarget.check();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			漏水\t了  | 墙上   | 漏水 了
			'\u0007' | 漏水。快来 | 漏水
			''       | 。\u0001漏\u001B水 | 。 漏 水
			""")
	void aTitleHasNoControlCharacters(String title, String narrative, String made) {
		assertThat(check.check(report(title, narrative)).title()).isEqualTo(made);
	}

	@Test
	void aNarrativeOfControlCharactersSaysNothing() {
		assertThatThrownBy(() -> check.check(report("", "\u0007\u0001"))).isInstanceOf(Refusal.class).hasMessage("matters.narrative-missing");
	}

	private static Report report(String title, String narrative) {
		return new Report("lingxiu", "", "", "drainage", title, narrative, Channel.WEB, null, false, Contact.NONE, null, null, null, List.of());
	}
}
