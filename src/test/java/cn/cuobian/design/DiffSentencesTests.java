package cn.cuobian.design;

import static cn.cuobian.design.diff.Shipped.file;
import static cn.cuobian.design.diff.Shipped.text;
import static cn.cuobian.design.diff.Shipped.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.cuobian.CuobianTest;
import cn.cuobian.engine.inspection.ModelFile;

/** One pair of states for each kind of change, with the sentence that a reader gets in both languages. */
@CuobianTest
class DiffSentencesTests {

	private static final String LADDER = "escalation/ladder.bpmn";
	private static final String CLOSE = "matters/close_matter.bpmn";
	private static final String LIMITS = "clocks/time-limits.dmn";
	private static final String TRIAGE = "escalation/triage.dmn";
	private static final String TALK = "escalation/building-talk.form";
	private static final String STEP = "~ 人办的步骤“楼栋长上门商议”: ";
	private static final String STEP_EN = "~ Step of people “Talk by the building steward”: ";

	@Autowired
	DiffWords words;

	private void says(ModelFile before, ModelFile after, String zh, String en) {
		says(List.of(before), List.of(after), zh, en);
	}

	/** The table of limits stands beside a drawing on both sides. */
	private void says(String path, String[] fromTo, String zh, String en) {
		says(List.of(file(path), file(LIMITS)), List.of(with(path, fromTo), file(LIMITS)), zh, en);
	}

	private void says(List<ModelFile> before, List<ModelFile> after, String zh, String en) {
		assertThat(said(before, after, Locale.SIMPLIFIED_CHINESE)).isEqualTo(zh);
		assertThat(said(before, after, Locale.ENGLISH)).isEqualTo(en);
	}

	private String said(List<ModelFile> before, List<ModelFile> after, Locale language) {
		return String.join("\n", words.between(before, after, language).stream().flatMap(file -> file.items().stream())
				.map(item -> item.mark().sign() + " " + item.title() + (item.lines().isEmpty() ? "" : ": " + String.join(" | ", item.lines()))).toList());
	}

	private static String[] change(String... fromTo) {
		return fromTo;
	}

	@Test
	void aStepHasAnotherName() {
		says(LADDER, change("name=\"楼栋长上门商议\"", "name=\"楼栋长入户商议\"", "Talk by the building steward", "Visit"),
				STEP + "名称由“楼栋长上门商议”改为“楼栋长入户商议”。 | 英文名称由“Talk by the building steward”改为“Visit”。",
				STEP_EN + "Name changed from “楼栋长上门商议” to “楼栋长入户商议”. | English name changed from “Talk by the building steward” to “Visit”.");
	}

	@Test
	void anotherPostDoesIt() {
		says(LADDER, change("'building-steward'", "'grid-agent'"), STEP + "办理岗位由“楼栋长”改为“网格员”。",
				STEP_EN + "Post changed from “Building steward” to “Grid agent”.");
	}

	@Test
	void anotherFormAndAnotherVersionOfIt() {
		says(LADDER, change("formRef=\"building-talk\" camunda:formRefBinding=\"deployment\"", "formRef=\"hall-talk\" camunda:formRefBinding=\"latest\""),
				STEP + "表单由“building-talk”改为“hall-talk”。 | 表单用哪一版由“随流程一起发布的那一版”改为“latest”。",
				STEP_EN + "Form changed from “building-talk” to “hall-talk”. | Which version of the form changed from “the one published with the procedure” to “latest”.");
	}

	@Test
	void anotherLimitWithItsDays() {
		says(LADDER, change("name=\"clock\" value=\"LADDER.BUILDING\"", "name=\"clock\" value=\"LADDER.FAST\""),
				STEP + "时限由“LADDER.BUILDING，3 个工作日、tiz-dongyuan：3 个自然日”改为“LADDER.FAST，24 小时”。",
				STEP_EN + "Time limit changed from “LADDER.BUILDING, 3 working days, tiz-dongyuan: 3 calendar days” to “LADDER.FAST, 24 hours”.");
	}

	@Test
	void theSameLimitGivesOtherDays() {
		var limits = with(LIMITS, "<outputEntry id=\"amount_ladder_building\">\n          <text>3</text>", "<outputEntry id=\"amount_ladder_building\">\n          <text>2</text>",
				"<outputEntry id=\"amount_ladder_building_tiz_dongyuan\">\n          <text>3</text>", "<outputEntry id=\"amount_ladder_building_tiz_dongyuan\">\n          <text>4</text>");
		says(List.of(file(LADDER), file(LIMITS)), List.of(file(LADDER), limits), """
				~ 时限“楼栋长办理”（LADDER.BUILDING）: 限时 LADDER.BUILDING：3 个工作日 → 2 个工作日
				~ 时限“楼栋长办理”（LADDER.BUILDING，只管tiz-dongyuan）: 限时 LADDER.BUILDING：3 个自然日 → 4 个自然日
				~ 人办的步骤“楼栋长上门商议”: 限时 LADDER.BUILDING：3 个工作日 → 2 个工作日 | 限时 LADDER.BUILDING（tiz-dongyuan）：3 个自然日 → 4 个自然日""", """
				~ Time limit “Work by the building steward” (LADDER.BUILDING): Limit LADDER.BUILDING: 3 working days → 2 working days
				~ Time limit “Work by the building steward” (LADDER.BUILDING, only for tiz-dongyuan): Limit LADDER.BUILDING: 3 calendar days → 4 calendar days
				~ Step of people “Talk by the building steward”: Limit LADDER.BUILDING: 3 working days → 2 working days | Limit LADDER.BUILDING (tiz-dongyuan): 3 calendar days → 4 calendar days""");
	}

	@Test
	void remindersExtensionAndSourceOfALimit() {
		says(file(LIMITS), with(LIMITS, "<outputEntry id=\"rungs_ladder_fast\">\n          <text>\"50% 80% due +4h\"", "<outputEntry id=\"rungs_ladder_fast\">\n          <text>\"-2wd due +1wd -3h\"", "<outputEntry id=\"extension_ladder_fast\">\n          <text>0</text>",
				"<outputEntry id=\"extension_ladder_fast\">\n          <text>12</text>", "参照12345热线紧急事项24小时", "街道办文件"),
				"~ 时限“急事快议”（LADDER.FAST）: 提醒由“用去 50%、用去 80%、到期时、到期后 4 小时”改为“到期前 2 个工作日、到期时、到期后 1 个工作日、到期前 3 小时”。"
						+ " | 最多可延由“不可延期”改为“12 小时”。 | 依据由“项目默认值，可修改：参照12345热线紧急事项24小时”改为“项目默认值，可修改：街道办文件”。",
				"~ Time limit “Fast talk on an urgent matter” (LADDER.FAST): Reminders changed from “50% used up, 80% used up, when due, 4 hours after” to “2 working days before, when due, 1 working day after, 3 hours before”."
						+ " | Longest extension changed from “none” to “12 hours”. | Source changed from “项目默认值，可修改：参照12345热线紧急事项24小时” to “项目默认值，可修改：街道办文件”.");
	}

	@Test
	void aConditionADefaultAndTheWayOfAFlow() {
		says(LADDER, change("<conditionExpression xsi:type=\"tFormalExpression\">${tier == 'building'}", "<conditionExpression xsi:type=\"tFormalExpression\">${tier == 'hall' or urgent}"),
				"~ 连线“楼栋”（“进入哪一级”→“进入楼栋”）: 走这条线的条件由“${tier == 'building'}”改为“${tier == 'hall' or urgent}”。",
				"~ Flow “楼栋” (“进入哪一级” → “进入楼栋”): Condition of this flow changed from “${tier == 'building'}” to “${tier == 'hall' or urgent}”.");
		says(LADDER, change("id=\"flow_archived\" name=\"否\" sourceRef=\"gateway_check_reopened\" targetRef=\"end_matter_closed\"",
				"id=\"flow_archived\" name=\"否\" sourceRef=\"gateway_check_reopened\" targetRef=\"service_resume_matter\"", "default=\"flow_archived\"", "default=\"flow_reopened\""), """
				~ 分岔“居民是否要求重办”: 其他情况走的线由“否”改为“是”。
				~ 连线“否”（“居民是否要求重办”→“办结归档”）: 通向由“办结归档”改为“上提一级重办”。""", """
				~ Fork “居民是否要求重办”: Flow for all other cases changed from “否” to “是”.
				~ Flow “否” (“居民是否要求重办” → “办结归档”): Destination changed from “办结归档” to “上提一级重办”.""");
	}

	@Test
	void theOrderInWhichConditionsAreAsked() {
		var first = "    <sequenceFlow id=\"flow_choose_building\" name=\"楼栋\" sourceRef=\"gateway_choose_tier\" targetRef=\"service_enter_building\">\n"
				+ "      <conditionExpression xsi:type=\"tFormalExpression\">${tier == 'building'}</conditionExpression>\n    </sequenceFlow>\n";
		says(LADDER, change(first, "", "  </process>", first + "  </process>"),
				"~ 分岔“进入哪一级”: 判断条件的先后变了；几个条件都成立时，走的路会不同。",
				"~ Fork “进入哪一级”: The conditions are asked in another order; where several hold, another way is taken.");
	}

	@Test
	void whatTheSystemDoesAndWhatItCallsTheResult() {
		says(LADDER, change("camunda:expression=\"${ladder.solved(matterId)}\" camunda:resultVariable=\"carrier\"", "camunda:expression=\"${matters.isOpen(matterId)}\" camunda:asyncBefore=\"true\""),
				"~ 系统步骤“登记办理结果”: 系统做的事由“${ladder.solved(matterId)}”改为“${matters.isOpen(matterId)}”。 | 去掉了结果记作：“carrier”。 | 加了开始前先保存：“是”。",
				"~ Step of the system “登记办理结果”: What the system does changed from “${ladder.solved(matterId)}” to “${matters.isOpen(matterId)}”. | Took out name of the result: “carrier”. | Added saved before it begins: “yes”.");
	}

	@Test
	void whatACallHandsInAndOut() {
		says(LADDER, change("<camunda:in source=\"tier\" target=\"tier\" />", "<camunda:out source=\"result\" target=\"tier\" />", "calledElement=\"close_matter\"", "calledElement=\"mediation\""),
				"~ 调用流程“办结与回访”: 调用的流程由“close_matter”改为“mediation”。 | 去掉了传入的“tier”：“tier”。 | 加了传回的“tier”：“result”。",
				"~ Call of a procedure “办结与回访”: Called procedure changed from “close_matter” to “mediation”. | Took out handed in “tier”: “tier”. | Added handed back “tier”: “result”.");
	}

	@Test
	void timersMessagesAndBorders() {
		says(LADDER, change("id=\"message_matter_raised\" name=\"matter_raised\"", "id=\"message_matter_raised\" name=\"matter_lifted\"",
				"<boundaryEvent id=\"timer_assign_due\" name=\"交办到期\" attachedToRef=\"user_assign_departments\">", "<boundaryEvent id=\"timer_assign_due\" name=\"交办到期\" cancelActivity=\"false\" attachedToRef=\"user_assign_for_leader\">",
				"${clocks.due('LADDER.ASSIGN', matterId, place)}", "${clocks.due('LADDER.FAST', matterId, place)}"), """
				~ 中途事件“上级决定上提”: 等待的消息由“matter_raised”改为“matter_lifted”。
				~ 中途事件“上级决定上提”: 等待的消息由“matter_raised”改为“matter_lifted”。
				~ 中途事件“上级决定上提”: 等待的消息由“matter_raised”改为“matter_lifted”。
				~ 中途事件“上级决定上提”: 等待的消息由“matter_raised”改为“matter_lifted”。
				~ 中途事件“交办到期”: 到点时间由“LADDER.ASSIGN，3 个工作日”改为“LADDER.FAST，24 小时”。 | 所依附的步骤由“挂钩领导交办部门”改为“领导办公室代交办”。 | 加了是否打断正在办的：“否”。""", """
				~ Event at a border “上级决定上提”: Awaited message changed from “matter_raised” to “matter_lifted”.
				~ Event at a border “上级决定上提”: Awaited message changed from “matter_raised” to “matter_lifted”.
				~ Event at a border “上级决定上提”: Awaited message changed from “matter_raised” to “matter_lifted”.
				~ Event at a border “上级决定上提”: Awaited message changed from “matter_raised” to “matter_lifted”.
				~ Event at a border “交办到期”: Time changed from “LADDER.ASSIGN, 3 working days” to “LADDER.FAST, 24 hours”. | Step at whose border it stands changed from “Assignment by the linked leader” to “Assignment by the leader’s office”. | Added whether it interrupts the work: “no”.""");
	}

	@Test
	void listenersFieldsInputsOutputsAndManyAtOnce() {
		says(LADDER, change("<camunda:inputParameter name=\"decision\" />", "<camunda:inputParameter name=\"decision\">${tier}</camunda:inputParameter><camunda:outputParameter name=\"done\">yes</camunda:outputParameter>",
				"<multiInstanceLoopCharacteristics camunda:collection=\"${ladder.assignments(matterId)}\"", "<multiInstanceLoopCharacteristics isSequential=\"true\" camunda:collection=\"${ladder.all(matterId)}\"",
				"<camunda:property name=\"clock\" value=\"LADDER.ACCEPT\" />\n", "<camunda:property name=\"clock\" value=\"LADDER.ACCEPT\" />\n<camunda:property name=\"colour\" value=\"red\" />\n",
				"<camunda:in source=\"carrier\" target=\"carrier\" />", "<camunda:in source=\"carrier\" target=\"carrier\" />"
						+ "<camunda:executionListener event=\"start\" expression=\"${matters.note(matterId, 'x')}\"><camunda:field name=\"f\" stringValue=\"v\"/></camunda:executionListener>"), """
				~ 子流程“部门办理（每个部门一份，同时进行）”: 输入“decision”由“有”改为“${tier}”。 | 加了输出“done”：“yes”。 | 每份对应由“${ladder.assignments(matterId)}”改为“${ladder.all(matterId)}”。 | 加了是否一份一份轮着办：“是”。
				~ 人办的步骤“挂钩领导验收结果”: 加了属性“colour”：“red”。
				~ 调用流程“办结与回访”: 加了“start”时的动作（expression）：“${matters.note(matterId, 'x')}”。 | 加了设置“camunda:executionListener[start] / camunda:field[f] stringValue”：“v”。""", """
				~ Inner procedure “部门办理（每个部门一份，同时进行）”: Input “decision” changed from “present” to “${tier}”. | Added output “done”: “yes”. | One for each of changed from “${ladder.assignments(matterId)}” to “${ladder.all(matterId)}”. | Added one after the other: “yes”.
				~ Step of people “Acceptance by the linked leader”: Added property “colour”: “red”.
				~ Call of a procedure “办结与回访”: Added action at “start” (expression): “${matters.note(matterId, 'x')}”. | Added setting “camunda:executionListener[start] / camunda:field[f] stringValue”: “v”.""");
	}

	@Test
	void whatHasNoWordIsShownByItsName() {
		says(LADDER, change("<userTask id=\"user_settle_at_building\"", "<userTask id=\"user_settle_at_building\" camunda:priority=\"70\""),
				STEP + "加了设置“camunda:priority”：“70”。", STEP_EN + "Added setting “camunda:priority”: “70”.");
	}

	@Test
	void aStepIsNewAndWhatLedPastItLeadsToIt() {
		says(CLOSE, change("targetRef=\"end_matter_rated\" />", "targetRef=\"user_check_again\" />\n    <sequenceFlow id=\"flow_again\" sourceRef=\"user_check_again\" targetRef=\"end_matter_rated\" />\n"
				+ "    <userTask id=\"user_check_again\" name=\"再核对\" camunda:formRef=\"verify-result\" camunda:candidateGroups=\"${posts.at('grid-agent', place)}\"><extensionElements><camunda:properties><camunda:property name=\"clock\" value=\"CLOSE.VERIFY\"/></camunda:properties></extensionElements></userTask>"),
				"""
				~ 连线“归档”→“已评价，办结”: 通向由“已评价，办结”改为“再核对”。
				+ 连线“再核对”→“已评价，办结”
				+ 人办的步骤“再核对”: 办理岗位：网格员 | 表单：verify-result | 时限：CLOSE.VERIFY，3 个工作日""", """
				~ Flow “归档” → “已评价，办结”: Destination changed from “已评价，办结” to “再核对”.
				+ Flow “再核对” → “已评价，办结”
				+ Step of people “再核对”: Post: Grid agent | Form: verify-result | Time limit: CLOSE.VERIFY, 3 working days""");
	}

	@Test
	void aStepBecomesAnotherKindOfStep() {
		says(LADDER, change("<serviceTask id=\"service_resume_matter\" name=\"上提一级重办\" camunda:expression=\"${ladder.resume(matterId)}\" camunda:resultVariable=\"tier\">", "<receiveTask id=\"service_resume_matter\" name=\"上提一级重办\" messageRef=\"message_matter_raised\">",
				"<outgoing>flow_resume</outgoing>\n    </serviceTask>", "<outgoing>flow_resume</outgoing>\n    </receiveTask>"),
				"~ 系统步骤“上提一级重办”: 种类由“系统步骤”改为“等消息”。 | 加了等待的消息：“matter_raised”。 | 去掉了系统做的事：“${ladder.resume(matterId)}”。 | 去掉了结果记作：“tier”。",
				"~ Step of the system “上提一级重办”: Kind changed from “step of the system” to “wait for a message”. | Added awaited message: “matter_raised”. | Took out what the system does: “${ladder.resume(matterId)}”. | Took out name of the result: “tier”.");
	}

	@Test
	void whatWasOnlyMovedIsToldInOneLine() {
		says(LADDER, change("<dc:Bounds x=\"230\" y=\"150\" width=\"120\" height=\"60\" />", "<dc:Bounds x=\"231\" y=\"150\" width=\"120\" height=\"60\" />"),
				"↔ 只挪了位置，流程没有变（1 处）: 小事急事难事分流", "↔ Only moved, the procedure is the same (1 place): 小事急事难事分流");
	}

	@Test
	void rowsOfATable() {
		says(file(TRIAGE), with(TRIAGE, "<outputEntry id=\"tier_small\">\n          <text>\"building\"", "<outputEntry id=\"tier_small\">\n          <text>\"hall\"", "小区公共事项由邻里议事厅众议", "小区的事由议事厅众议"), """
				~ 第 2 行“小事简议：楼栋内的事由楼栋长上门商议”: “进入哪一级”由“building”改为“hall”。
				~ 第 4 行“小区公共事项由邻里议事厅众议”: 说明由“小区公共事项由邻里议事厅众议”改为“小区的事由议事厅众议”。""", """
				~ Row 2 “小事简议：楼栋内的事由楼栋长上门商议”: “进入哪一级” changed from “building” to “hall”.
				~ Row 4 “小区公共事项由邻里议事厅众议”: Note changed from “小区公共事项由邻里议事厅众议” to “小区的事由议事厅众议”.""");
	}

	@Test
	void aRowPutInBetweenIsOneRowEvenIfAllRowsGetNewIds() {
		var row = "      <rule id=\"rule_new\">\n<inputEntry id=\"a\"><text>false</text></inputEntry><inputEntry id=\"b\"><text>\"city\"</text></inputEntry><inputEntry id=\"c\"><text>-</text></inputEntry>"
				+ "<outputEntry id=\"d\"><text>\"hard\"</text></outputEntry><outputEntry id=\"e\"><text>\"leader\"</text></outputEntry><outputEntry id=\"f\"><text>\"experts\"</text></outputEntry></rule>\n";
		says(file(TRIAGE), with(TRIAGE, "      <rule id=\"rule_small\">", row + "      <rule id=\"rule_small\">", "id=\"rule_", "id=\"other_"),
				"+ 第 2 行: 是否急事：否 | 涉及范围：city | 事项类别：不限 | 议法：hard | 进入哪一级：leader | 由谁来议：experts",
				"+ Row 2: 是否急事: no | 涉及范围: city | 事项类别: any | 议法: hard | 进入哪一级: leader | 由谁来议: experts");
	}

	@Test
	void hitPolicyColumnsAndTheOrderOfRows() {
		says(file(TRIAGE), with(TRIAGE, "hitPolicy=\"UNIQUE\"", "hitPolicy=\"FIRST\"", "label=\"议法\" name=\"talk\"", "label=\"议法\" name=\"way\"", "<text>scope</text>", "<text>area</text>"), """
				~ 决策表“小事急事难事分流”: 加了命中规则：“FIRST”。
				~ 条件列“涉及范围”: 判断的内容由“scope”改为“area”。
				~ 结果列“议法”: 名称由“talk”改为“way”。""", """
				~ Decision table “小事急事难事分流”: Added hit policy: “FIRST”.
				~ Condition column “涉及范围”: What is asked changed from “scope” to “area”.
				~ Result column “议法”: Name changed from “talk” to “way”.""");
		says(moved("UNIQUE", false), moved("UNIQUE", true), "↔ 只是行的先后变了，结果不变: 第 6 行“急事快议：不论大小，当天由邻里议事厅召集四方快议”：从第 1 行移到第 6 行",
				"↔ The rows only stand in another order; the result is the same: Row 6 “急事快议：不论大小，当天由邻里议事厅召集四方快议”: moved from row 1 to row 6");
		says(moved("FIRST", false), moved("FIRST", true), "~ 行的先后变了；这张表从上往下判断，结果会不同: 第 6 行“急事快议：不论大小，当天由邻里议事厅召集四方快议”：从第 1 行移到第 6 行",
				"~ The rows stand in another order; this table is read from the top, so the result differs: Row 6 “急事快议：不论大小，当天由邻里议事厅召集四方快议”: moved from row 1 to row 6");
	}

	private static ModelFile moved(String policy, boolean last) {
		var text = text(TRIAGE);
		var row = text.substring(text.indexOf("      <rule id=\"rule_urgent\">"), text.indexOf("      <rule id=\"rule_small\">"));
		return with(TRIAGE, last ? row : "UNIQUE", last ? "" : "UNIQUE", "    </decisionTable>", (last ? row : "") + "    </decisionTable>", "UNIQUE", policy);
	}

	@Test
	void fieldsOfAForm() {
		says(file(TALK), with(TALK, "\"label\": \"商议情况\"", "\"label\": \"谈的情况\"", "\"maxLength\": 1000,\n        \"required\": true", "\"maxLength\": 500"), """
				~ “商议情况”（多行文字）: 名称由“商议情况”改为“谈的情况”。
				~ “理由”（多行文字）: 最多字数由“1000”改为“500”。 | 改为可以不填。""", """
				~ “What was said” (text): Label changed from “商议情况” to “谈的情况”.
				~ “Reason” (text): Most characters changed from “1000” to “500”. | May be left empty from now on.""");
		says(file(TALK), with(TALK, "\"label\": \"解决不了，上提到邻里议事厅\"", "\"label\": \"上提\"", "\"value\": \"settled\",", "\"value\": \"done\",", "\"=decision != \\\"raise\\\"\"\n      }\n    },\n    {\n      \"type\": \"textfield\"", "\"=false\"\n      }\n    },\n    {\n      \"type\": \"textfield\""), """
				~ “处理意见”（单选）: 加了选项“已当场解决”。 | 加了选项“done”的英文：“Settled on the spot”。 | 选项“解决不了，上提到邻里议事厅”改为“上提”。 | 去掉了选项“已当场解决”。 | 去掉了选项“settled”的英文：“Settled on the spot”。
				~ “理由”（多行文字）: 不显示的条件由“=decision != "raise"”改为“=false”。""", """
				~ “Decision” (one of several): Added the option “已当场解决”. | Added English text of the option “done”: “Settled on the spot”. | Option “解决不了，上提到邻里议事厅” changed to “上提”. | Took out the option “已当场解决”. | Took out English text of the option “settled”: “Settled on the spot”.
				~ “Reason” (text): Condition to hide it changed from “=decision != "raise"” to “=false”.""");
	}

	@Test
	void aFieldIsNewGoneOrElsewhere() {
		var text = text(TALK);
		var minutes = text.substring(text.indexOf("    {\n      \"type\": \"textarea\",\n      \"key\": \"minutes\""), text.indexOf("    {\n      \"type\": \"radio\""));
		says(file(TALK), with(TALK, minutes, ""), "− “商议情况”（多行文字）: 填写提示：找谁谈了、谈到什么程度 | 英文填写提示：Whom you talked to and how far you came | 英文名称：What was said | 最多字数：2000 | 必填：是",
				"− “What was said” (text): Hint: 找谁谈了、谈到什么程度 | English hint: Whom you talked to and how far you came | English label: What was said | Most characters: 2000 | Required: yes");
		says(file(TALK), with(TALK, minutes, "", "    {\n      \"type\": \"text\",\n      \"id\": \"text_next_solved\"", minutes + "    {\n      \"type\": \"text\",\n      \"id\": \"text_next_solved\""),
				"~ “商议情况”（多行文字）: 移到了“提交后：直接进入核实，再反馈居民。”后面。", "~ “What was said” (text): Moved behind “Next: it goes straight to verification and then feedback to the resident.”.");
	}
}
