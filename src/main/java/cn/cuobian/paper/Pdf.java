package cn.cuobian.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;

/** Well-formed HTML to PDF. The renderer sees what stands in the page and nothing else: no file, no network. */
final class Pdf {

	private static final Logger LOG = LoggerFactory.getLogger(Pdf.class);
	private static final int REGULAR = 400;

	private Pdf() {
	}

	static byte[] of(String html, ChineseFont font) {
		var out = new ByteArrayOutputStream();
		var printer = new PdfRendererBuilder().withW3cDocument(parsed(html), null).toStream(out).withProducer("Cuobian")
				.useFont(font::open, ChineseFont.FAMILY, REGULAR, FontStyle.NORMAL, true)
				.useObjectDrawerFactory(drawings())
				.withDiagnosticConsumer(word -> LOG.debug("{}", word.getFormattedMessage()));
		for (var when : ExternalResourceControlPriority.values()) {
			printer.useExternalResourceAccessControl(Pdf::standsInThePage, when);
		}
		try {
			printer.run();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return out.toByteArray();
	}

	private static FSObjectDrawerFactory drawings() {
		var drawings = new DefaultObjectDrawerFactory();
		drawings.registerDrawer(LineArt.TYPE, new LineArt());
		return drawings;
	}

	private static boolean standsInThePage(String address, ExternalResourceType type) {
		return address != null && address.startsWith("data:image/png;base64,");
	}

	private static Document parsed(String html) {
		try {
			var factory = DocumentBuilderFactory.newInstance();
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			factory.setNamespaceAware(true);
			return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html.strip())));
		} catch (SAXException e) {
			throw new IllegalStateException("A printed page is not well-formed: " + e.getMessage(), e);
		} catch (ParserConfigurationException | IOException e) {
			throw new IllegalStateException(e);
		}
	}
}
