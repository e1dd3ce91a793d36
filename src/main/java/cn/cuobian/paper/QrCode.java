package cn.cuobian.paper;

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

	private static final int PIXELS = 360;
	private static final int BLACK = 0x000000;
	private static final int WHITE = 0xFFFFFF;

	private QrCode() {
	}

	/** {@code data:image/png;base64,…} */
	public static String asDataUrl(String text) {
		try {
			BitMatrix dots = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, PIXELS, PIXELS,
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

	private static BufferedImage picture(BitMatrix dots) {
		var picture = new BufferedImage(dots.getWidth(), dots.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
		for (int x = 0; x < dots.getWidth(); x++) {
			for (int y = 0; y < dots.getHeight(); y++) {
				picture.setRGB(x, y, dots.get(x, y) ? BLACK : WHITE);
			}
		}
		return picture;
	}
}
