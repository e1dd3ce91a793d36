package cn.cuobian.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Map;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class PressTests {

	private static final String PAGE = """
			<html><head><title>表决票</title><style>* { font-family: "Noto Sans SC" }</style></head>
			<body><p th:text="${words}">…</p></body></html>""";

	private final ChineseFont font = new ChineseFont();
	private final Press press = new Press(plainEngine(), font);

	private static SpringTemplateEngine plainEngine() {
		var engine = new SpringTemplateEngine();
		engine.setTemplateResolver(new StringTemplateResolver());
		return engine;
	}

	@BeforeEach
	void aFontWasBuilt() {
		assumeTrue(press.ready(), "Built with -Dfrontend.skip");
	}

	@Test
	void chineseIsPrintedWithTheFontInside() throws IOException {
		byte[] pdf = press.print(PAGE, Map.of("words", "业主大会会议表决票 鲤城区 £<b>"));
		try (PDDocument document = Loader.loadPDF(pdf)) {
			assertThat(textOf(document)).contains("业主大会会议表决票 鲤城区 £<b>");
			var resources = document.getPage(0).getResources();
			assertThat(resources.getFontNames()).isNotEmpty().allSatisfy(name -> {
				assertThat(resources.getFont(name).isEmbedded()).isTrue();
				assertThat(resources.getFont(name).getName()).matches("[A-Z]{6}\\+NotoSansSC.*");
			});
		}
	}

	/** The font draws 大 and the radical ⼤ alike, and a reader gets either back. */
	private static String textOf(PDDocument document) throws IOException {
		return Normalizer.normalize(new PDFTextStripper().getText(document), Normalizer.Form.NFKC);
	}

	@Test
	void onlyTheCharactersInUseTravel() {
		assertThat(press.print(PAGE, Map.of("words", "一张"))).hasSizeLessThan(60_000);
	}

	@Test
	void nothingIsFetchedWhilePrinting(@TempDir Path folder) throws IOException {
		Path secret = Files.writeString(folder.resolve("secret.css"), "body::before { content: '看得见' }");
		try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			server.setSoTimeout(500);
			String address = "http://127.0.0.1:" + server.getLocalPort();
			byte[] pdf = press.print("""
					<html><head><title>t</title><link rel="stylesheet" href="%1$s/a.css"/><link rel="stylesheet" href="%2$s"/>
					<style>@import url(%1$s/b.css); @font-face { font-family: x; src: url(%1$s/x.ttf) } p { font-family: "Noto Sans SC"; background: url(%1$s/p.png) }</style></head>
					<body><p>正文</p><img src="%1$s/i.png"/><object type="image/png" data="%1$s/o.png"></object></body></html>
					""".formatted(address, secret.toUri()), Map.of());
			assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
			try (PDDocument document = Loader.loadPDF(pdf)) {
				assertThat(textOf(document)).contains("正文").doesNotContain("看得见");
			}
		}
	}

	@Test
	void aQrCodeInThePageIsPrinted() throws IOException {
		byte[] pdf = press.print("<html><body><img th:src=\"${qr}\"/></body></html>", Map.of("qr", QrCode.asDataUrl("ABCD-1234")));
		try (PDDocument document = Loader.loadPDF(pdf)) {
			assertThat(document.getPage(0).getResources().getXObjectNames()).hasSize(1);
		}
	}

	@Test
	void aPageThatIsNotWellFormedOrBringsADoctypeIsNotPrinted() {
		assertThatThrownBy(() -> press.print("<html><body><br></body></html>", Map.of())).isInstanceOf(IllegalStateException.class);
		assertThatThrownBy(() -> press.print("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:/etc/passwd'>]><html><body>x</body></html>", Map.of()))
				.isInstanceOf(IllegalStateException.class).hasMessageContaining("DOCTYPE");
	}
}
