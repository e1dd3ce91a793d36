package cn.cuobian.matters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import cn.cuobian.EveryTable;
import cn.cuobian.worklist.Workbench;
import cn.cuobian.worklist.Worklist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A name and a number that must be found nowhere but sealed. */
@ExtendWith(OutputCaptureExtension.class)
class CanaryTests extends MattersInTheHouse {

	private static final String NAME = "金丝雀·测试员";
	private static final String PHONE = "13900000000";

	@Autowired
	private Worklist worklist;
	@Autowired
	private Workbench workbench;

	@Test
	void aContactIsFoundInNoTableAndInNoLogLine(CapturedOutput output) {
		Receipt receipt = intake.report(new Report(here.building(), "1", "3 单元", "water", null, "水管漏水，尽快修", Channel.PHONE, null,
				false, new Contact(NAME, PHONE, "canary@example.com"), application.getBean(Consent.class).current().version(), null, null,
				List.of()));
		var task = worklist.openFor("matter:" + idOf(receipt.number())).get(0);
		workbench.complete(task.taskId(), Map.of("decision", "raise", "minutes", "看了现场", "reason", "要总阀"), viewer(steward));
		application.getBean(Reveals.class).reveal(application.getBean(MatterFile.class).of(idOf(receipt.number())), viewer(steward),
				"约时间上门");
		assertThat(EveryTable.holding(db, NAME, PHONE, "canary@example.com")).isEmpty();
		assertThat(output.getAll()).doesNotContain(PHONE).doesNotContain(NAME).doesNotContain(receipt.trackingCode());
	}
}
