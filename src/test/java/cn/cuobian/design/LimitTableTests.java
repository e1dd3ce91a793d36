package cn.cuobian.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

import org.junit.jupiter.api.Test;

import cn.cuobian.clocks.Limit;
import cn.cuobian.design.LimitTable.Row;

class LimitTableTests {

	private static final String RULE = "rule_ladder_building";

	private final byte[] shipped = read();

	@Test
	void readsEveryRowOfTheShippedTable() {
		var table = new LimitTable(shipped);
		long rules = new String(shipped, StandardCharsets.UTF_8).lines().filter(line -> line.contains("<rule ")).count();
		assertThat(table.rows()).hasSize((int) rules).hasSizeGreaterThan(70);
		assertThat(table.broken()).isEmpty();
		assertThat(table.row(RULE)).get().extracting(row -> row.limit().amount(), row -> row.limit().unit(), row -> row.limit().counting())
				.containsExactly(3, "day", "working");
	}

	@Test
	void aChangedRowIsTheOnlyDifference() {
		var table = new LimitTable(shipped);
		var before = new ArrayList<>(table.rows());
		var changed = new Row(RULE, new Limit("LADDER.BUILDING", "", 2, "day", "calendar", "80% due", 1, "街道“两日”试点 <2026> & \"附件\" 甲\\乙"));
		byte[] written = table.with(changed);

		before.replaceAll(row -> row.rule().equals(RULE) ? changed : row);
		assertThat(new LimitTable(written).rows()).isEqualTo(before);
		assertThat(new String(written, StandardCharsets.UTF_8)).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
				.contains("<description>每个时限一行");
	}

	@Test
	void aRowThatNobodyCanCountIsNamed() {
		String table = new String(shipped, StandardCharsets.UTF_8);
		int amount = table.indexOf("<text>3</text>", table.indexOf(RULE));
		var zero = table.substring(0, amount) + "<text>0</text>" + table.substring(amount + 14);
		assertThat(new LimitTable(zero.getBytes(StandardCharsets.UTF_8)).broken()).containsExactly(RULE);
		var weeks = table.replaceFirst("\"day\"", "\"week\"");
		assertThat(new LimitTable(weeks.getBytes(StandardCharsets.UTF_8)).broken()).containsExactly(RULE);
		var weird = table.replaceFirst("\"working\"", "\"hours\"");
		assertThat(new LimitTable(weird.getBytes(StandardCharsets.UTF_8)).broken()).containsExactly(RULE);
	}

	@Test
	void whatIsNoXmlOrPullsInOtherFilesIsNoTable() {
		assertThatIllegalArgumentException().isThrownBy(() -> new LimitTable("{}".getBytes(StandardCharsets.UTF_8)));
		assertThatIllegalArgumentException().isThrownBy(() -> new LimitTable(
				"<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>".getBytes(StandardCharsets.UTF_8)));
	}

	private static byte[] read() {
		try {
			return Files.readAllBytes(Path.of("bpmn", "clocks", "time-limits.dmn"));
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}
}
