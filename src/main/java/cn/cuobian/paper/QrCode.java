package cn.cuobian.paper;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;

import javax.imageio.ImageIO;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/** A QR code as a picture that stands inside the page. */
public final class QrCode {

	/** Of one dot, in each direction. */
	private static final int PIXELS = 4;

	private QrCode() {
	}

	/** {@code data:image/png;base64,…} */
	public static String asDataUrl(String text) {
		try {
			BitMatrix dots = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0,
					Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 2));
			var out = new ByteArrayOutputStream();
			ImageIO.write(picture(dots), "png", out);
			return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
		} catch (WriterException e) {
			throw new IllegalArgumentException("Too long for a QR code", e);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Dot by dot, not pixel by pixel: a compound has hundreds of ballots. */
	private static BufferedImage picture(BitMatrix dots) {
		var picture = new BufferedImage(dots.getWidth() * PIXELS, dots.getHeight() * PIXELS, BufferedImage.TYPE_BYTE_BINARY);
		var pen = picture.createGraphics();
		pen.setColor(Color.WHITE);
		pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
		pen.setColor(Color.BLACK);
		for (int x = 0; x < dots.getWidth(); x++) {
			for (int y = 0; y < dots.getHeight(); y++) {
				if (dots.get(x, y)) {
					pen.fillRect(x * PIXELS, y * PIXELS, PIXELS, PIXELS);
				}
			}
		}
		pen.dispose();
		return picture;
	}
}
