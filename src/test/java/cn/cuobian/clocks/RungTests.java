package cn.cuobian.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RungTests {

	@Test
	void aPolicyIsReadInTheOrderWritten() {
		assertThat(Rung.ladder(" 50%  80% -2wd due +4h +3wd ")).containsExactly(new Rung.Share(50), new Rung.Share(80),
				new Rung.WorkingDays(-2), new Rung.AtDue(), new Rung.Hours(4), new Rung.WorkingDays(3));
	}

	@Test
	void aRungIsWrittenAsItWasRead() {
		var text = "1% 99% -99wd due +1h +999h";
		assertThat(Rung.ladder(text).stream().map(Rung::text).collect(Collectors.joining(" "))).isEqualTo(text);
	}

	@Test
	void noTextIsNoRung() {
		assertThat(Rung.ladder("")).isEmpty();
		assertThat(Rung.ladder(null)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0%", "100%", "50", "50 %", "2wd", "+0wd", "+1d", "-0h", "+1000h", "soon", "due due", "50% 50%",
			"+2wd due +2wd", "1% 2% 3% 4% 5% 6% 7% 8% 9% 10% 11% 12% 13%" })
	void aTextThatMakesNoSenseIsRefused(String text) {
		assertThatThrownBy(() -> Rung.ladder(text)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(text.split(" ")[0]);
	}

	@Test
	void aLimitWithRungsThatMakeNoSenseIsNamed() {
		assertThatIllegalStateException().isThrownBy(() -> new Limit("X.Y", "", 3, "day", "working", "50% soon", 0, "nobody"))
				.withMessageContaining("X.Y").withMessageContaining("soon");
	}

	@Test
	void everyRungOfTheTableMakesSense() throws IOException {
		var texts = Pattern.compile("<outputEntry id=\"rungs_[^\"]+\">\\s*<text>\"([^\"]*)\"</text>")
				.matcher(Files.readString(Path.of("bpmn/clocks/time-limits.dmn"))).results().map(text -> text.group(1)).toList();
		assertThat(texts).hasSizeGreaterThan(10).anyMatch(text -> text.contains("wd")).allSatisfy(Rung::ladder);
	}
}
