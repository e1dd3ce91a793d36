package cn.cuobian.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The file of ballots that the officer takes to the printer, read as its paper will be read. */
public final class PrintedBallots {

	/** Milliseconds; two hundred leaves with QR codes are drawn meanwhile. */
	private static final double PRINTING = 60_000;
	private static final Pattern SERIAL = Pattern.compile("编号\\s*(\\S+)");
	private static final Pattern CODE = Pattern.compile("([0-9A-Z]{4}(-[0-9A-Z]{4}){4})");

	private PrintedBallots() {
	}

	/** @param serial names the paper to those who enter it; @param code lets its owner vote online */
	public record Ballot(String serial, String code) {
	}

	/** Prints from the page of the vote and goes back there. */
	static List<Ballot> of(Page vote) {
		vote.getByText("打印选票").click();
		var print = vote.locator("main button[type=submit]").filter(new Locator.FilterOptions().setHasText("表决票")).first();
		var file = vote.waitForDownload(new Page.WaitForDownloadOptions().setTimeout(PRINTING),
				() -> print.click(new Locator.ClickOptions().setNoWaitAfter(true)));
		try {
			return of(Files.readAllBytes(file.path()));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} finally {
			vote.goBack();
		}
	}

	/** @param file as it goes to the printer */
	public static List<Ballot> of(byte[] file) throws IOException {
		try (var paper = Loader.loadPDF(file)) {
			return read(paper);
		}
	}

	private static List<Ballot> read(PDDocument paper) throws IOException {
		List<Ballot> ballots = new ArrayList<>();
		for (int page = 1; page <= paper.getNumberOfPages(); page++) {
			var reader = new PDFTextStripper();
			reader.setStartPage(page);
			reader.setEndPage(page);
			var text = reader.getText(paper);
			ballots.add(new Ballot(found(SERIAL, text), found(CODE, text)));
		}
		return ballots;
	}

	private static String found(Pattern what, String text) {
		Matcher matcher = what.matcher(text);
		if (!matcher.find()) {
			throw new AssertionError("No " + what + " on a ballot: " + text);
		}
		return matcher.group(1);
	}
}
