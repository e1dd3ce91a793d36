package cn.cuobian.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cn.cuobian.design.Interchange;
import cn.cuobian.design.Interchange.Foreign;

/** Drawings of other tools open in the editor, are moved a little, saved, and have lost nothing when they come out. */
@BrowserTest
class InterchangeIT {

	@Test
	void nothing_of_a_foreign_drawing_is_lost_in_the_editor(Visitor designer, @TempDir Path folder) throws IOException {
		var desk = DrawingDesk.begins(designer, "从别的工具来");
		var softly = new SoftAssertions();
		for (Foreign foreign : Interchange.all().toList()) {
			desk.opens(DrawingDesk.LADDER);
			String before = desk.saved(DrawingDesk.LADDER);
			var file = Files.write(folder.resolve(foreign.name()), foreign.content());
			desk.page().locator(".studio-bar input[type=file]").setInputFiles(file);
			String opened = desk.savedAfter(before);
			DrawingParts.of(foreign.content()).missingIn(DrawingParts.of(bytes(opened)))
					.forEach(lost -> softly.fail("%s: lost %s when it was opened and saved", foreign, lost));
			desk.moves(DrawingParts.of(foreign.content()).movable());
			String moved = desk.savedAfter(opened);
			var lost = DrawingParts.of(foreign.content()).missingIn(DrawingParts.of(bytes(moved)));
			lost.forEach(part -> softly.fail("%s: lost %s when it was moved", foreign, part));
			System.out.printf("%s: %s, nothing lost: %s%n", foreign, DrawingParts.of(foreign.content()), lost.isEmpty());
		}
		softly.assertAll();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}
}
