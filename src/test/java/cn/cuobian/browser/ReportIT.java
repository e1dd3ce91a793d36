package cn.cuobian.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;

/** Reporting when not everything goes right at once. */
@BrowserTest
class ReportIT {

	@Test
	void a_report_with_a_mistake_comes_back_with_its_words_and_photos(Visitor resident, Visitor staff) throws IOException {
		var desk = new ReportDesk(resident).fillsIn("灵秀家园", "3", "三号楼大门门禁坏了，谁都进得来。");
		Page page = resident.page();
		page.locator("#photos").setInputFiles(new FilePayload("door.png", "image/png", picture()));
		assertThat(page.locator(".photo-list li")).hasCount(1);
		desk.sends();
		assertThat(page.locator(".alert-danger")).isVisible();
		assertThat(page.locator("#narrative")).hasValue("三号楼大门门禁坏了，谁都进得来。");
		assertThat(page.locator(".photo-list li")).hasCount(1);
		resident.findsNothingWrong();

		var receipt = desk.consents().sends().receipt();
		staff.signsIn("hall").goesTo("/matters/" + receipt.number());
		assertThat(staff.page().locator("#files img")).hasCount(1);
		staff.findsNothingWrong();
	}

	@Test
	void a_text_file_named_like_a_photo_is_refused_before_it_travels(Visitor resident) {
		Page page = resident.goesTo("/report").page();
		resident.waitsForIslands();
		page.locator("#photos").setInputFiles(new FilePayload("notes.txt", "text/plain", new byte[] { 'h', 'i' }));
		assertThat(page.locator("[data-island=photos] [role=alert]")).containsText("notes.txt");
		assertThat(page.locator(".photo-list li")).hasCount(0);
	}

	@Test
	void what_a_neighbour_has_reported_is_shown_before_it_is_filed_again(Visitor neighbour, Visitor resident) {
		new ReportDesk(neighbour).report("灵秀家园", "5", "五号楼电梯门关不上，一直叫。");
		var desk = new ReportDesk(resident).fillsIn("灵秀家园", "5", "五号楼的电梯门关不上了").consents();
		assertThat(resident.page().locator("#similar")).containsText("电梯门");
		resident.findsNothingWrong();
		desk.sends().receipt();
	}

	@Test
	void without_scripts_a_report_is_filed_and_followed_too(Visitor resident) {
		Page page = resident.withoutScripts().goesTo("/report").page();
		page.locator("#placeText").fill("灵秀家园");
		page.locator("button[name=act][value=find]").press("Enter");
		page.locator("input[name=place]").first().press("Space");
		page.locator("#kind").selectOption(new SelectOption().setIndex(2));
		page.locator("#narrative").fill("六号楼屋顶避雷针倒了。");
		page.locator("main form button[type=submit]").last().press("Enter");
		assertThat(page.locator("#tracking-code")).isVisible();
		resident.goesTo("/track/" + page.locator("#tracking-code").textContent().strip());
		assertThat(page.locator("#steps li").first()).isVisible();
	}

	private static byte[] picture() throws IOException {
		var bytes = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB), "png", bytes);
		return bytes.toByteArray();
	}
}
