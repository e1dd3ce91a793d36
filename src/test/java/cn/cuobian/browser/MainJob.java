package cn.cuobian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/**
 * The main job: a resident reports, the matter climbs from the building to the linked leader, a department carries it out,
 * the grid agent verifies, the resident gets an answer and rates it.
 */
final class MainJob {

	private final Visitor resident;
	private final Visitor staff;

	MainJob(Visitor resident, Visitor staff) {
		this.resident = resident;
		this.staff = staff;
	}

	/** From the report to the rating; every page on the way has nothing wrong. */
	void walk() {
		var receipt = new ReportDesk(resident).report("灵秀家园", "1", "地下车库消防喷淋漏水，电动车都泡在水里。");
		decide(receipt.number());
		rate(receipt.code());
		archived(receipt.number());
	}

	private void decide(String number) {
		var desk = new TaskDesk(staff, number);
		desk.opens("steward", "楼栋长上门商议").writes("商议情况", "和物业看了两次，管道在公共部位。")
				.picks("解决不了，上提到邻里议事厅").writes("理由", "要动用维修资金，楼里定不了。").completes();
		desk.opens("hall", "邻里议事厅议事").ticks("小区党支部", "业主委员会").writes("议事记录", "大家同意修，钱不够。")
				.picks("议而未决，上提到社区联席会议").writes("理由", "涉及消防验收，需要社区出面。").completes();
		desk.opens("joint", "召开社区联席会议").ticks("社区党组织", "物业公司").writes("会议纪要", "请消防部门到场鉴定。")
				.picks("需要市直部门，报挂钩领导").writes("理由", "社区没有消防鉴定权。").completes();
		desk.opens("leader", "挂钩领导交办部门").picks("交办有关部门").ticks("消防").writes("交办要求", "三天内到场，拿出方案。").completes();
		desk.opens("fire-dept", "部门办理并回复").picks("已定方案，正在实施").writes("办理情况", "更换两段喷淋管。").completes();
		desk.opens("leader", "挂钩领导验收结果").picks("通过，继续落实").completes();
		desk.opens("fire-dept", "落实").writes("落实情况", "管道已换，压力正常。").completes();
		desk.opens("grid", "核实").ticks("现场查看").picks("已落实到位").completes();
		desk.opens("fire-dept", "反馈居民").writes("答复居民", "漏水的喷淋管已经换好，车库已经抽干。").picks("凭查询码查看").completes();
	}

	private void rate(String code) {
		resident.goesTo("/track/" + code).findsNothingWrong();
		Page page = resident.page();
		assertThat(page.locator("#answer")).containsText("漏水的喷淋管已经换好");
		assertThat(page.locator("main")).not().containsText("139");
		page.getByRole(AriaRole.RADIO).first().check();
		page.locator("form[action$='/rating'] button[type=submit]").click();
		assertThat(page.locator("#answer")).containsText("5");
		resident.findsNothingWrong();
	}

	private void archived(String number) {
		staff.signsIn("hall").goesTo("/matters/" + number).findsNothingWrong();
		assertThat(staff.page().locator("#state")).not().hasAttribute("data-state", "open");
		assertThat(staff.page().locator("#record li").count()).isGreaterThan(20);
	}
}
