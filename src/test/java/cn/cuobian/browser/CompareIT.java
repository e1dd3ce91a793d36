package cn.cuobian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Two states of a drawing side by side: what is marked, what moves together, and how one gets from words to drawing and back. */
@BrowserTest
class CompareIT {

	private static final String STEP = "user_settle_at_building";
	private static final String AT_SCALE = "document.querySelectorAll('.djs-container g.viewport')[%d].getCTM().a";

	@Test
	void a_change_is_marked_on_both_sides_and_found_from_the_list_and_from_the_drawing(Visitor designer) {
		var desk = DrawingDesk.begins(designer, "比较改名");
		desk.opens(DrawingDesk.LADDER);
		desk.names(STEP, "楼栋长入户商议");
		desk.waitsUntilSaved();
		desk.goesToDraft();
		assertThat(desk.page().locator("#difference")).containsText("名称由“楼栋长上门商议”改为“楼栋长入户商议”。");
		desk.page().locator("#difference a").click();
		assertThat(desk.page().locator("[data-island=compare][data-ready]")).hasCount(1);
		var marked = desk.page().locator(".djs-element.cuobian-CHANGED[data-element-id=" + STEP + "]");
		assertThat(marked).hasCount(2);
		assertThat(desk.page().locator(".bpmn-mark.CHANGED", new Page.LocatorOptions().setHasText("~")).first()).isVisible();

		entry(desk).locator("button").click();
		assertThat(entry(desk)).hasClass(Pattern.compile(".*\\bhere\\b.*"));
		assertThat(marked.first()).isInViewport();
		assertThat(marked.last()).isInViewport();
		assertThat(scales(desk)).allMatch(scale -> scale >= 0.74);

		desk.page().locator(".bpmn-tools button").nth(1).click();
		assertThat(scales(desk).get(0)).isLessThan(0.74).isCloseTo(scales(desk).get(1), within(0.01));

		desk.page().locator(".diff-item").evaluateAll("all => all.forEach(each => each.classList.remove('here'))");
		marked.last().click();
		assertThat(entry(desk)).hasClass(Pattern.compile(".*\\bhere\\b.*"));
		designer.findsNothingWrongAround(List.of(".djs-container"));
	}

	private static Locator entry(DrawingDesk desk) {
		return desk.page().locator(".diff-item[data-elements~=" + STEP + "]");
	}

	private static List<Double> scales(DrawingDesk desk) {
		return List.of(scale(desk, 0), scale(desk, 1));
	}

	private static double scale(DrawingDesk desk, int side) {
		return ((Number) desk.page().evaluate(AT_SCALE.formatted(side))).doubleValue();
	}
}
