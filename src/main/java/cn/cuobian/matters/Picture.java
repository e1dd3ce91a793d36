package cn.cuobian.matters;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Draws a picture anew, so that only what can be seen is kept: no place where it was taken, no owner of the camera, no
 * file hidden behind it. What the camera noted about its position is obeyed first, or photos would lie on their side.
 */
final class Picture {

	/** Two decoded pictures of 40 million pixels fit into the memory; a dozen at once would not. */
	private static final Semaphore DECODING = new Semaphore(2);

	private Picture() {
	}

	static final class TooManyPixels extends IOException {

		private static final long serialVersionUID = 1L;
	}

	static byte[] redrawn(byte[] bytes, String type) throws IOException {
		boolean jpeg = type.equals("image/jpeg");
		DECODING.acquireUninterruptibly();
		try {
			BufferedImage upright = upright(decoded(bytes), jpeg ? ExifOrientation.of(bytes) : ExifOrientation.UPRIGHT, jpeg);
			var out = new ByteArrayOutputStream();
			ImageIO.write(upright, jpeg ? "jpg" : "png", out);
			return out.toByteArray();
		} finally {
			DECODING.release();
		}
	}

	private static BufferedImage decoded(byte[] bytes) throws IOException {
		try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
			var readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) {
				throw new IOException("Not a picture");
			}
			ImageReader reader = readers.next();
			try {
				reader.setInput(in, true, true);
				return reader.read(0, smallEnough(reader));
			} finally {
				reader.dispose();
			}
		}
	}

	private static ImageReadParam smallEnough(ImageReader reader) throws IOException {
		int width = reader.getWidth(0);
		int height = reader.getHeight(0);
		if ((long) width * height > PhotoLimits.MAX_PIXELS) {
			throw new TooManyPixels();
		}
		int every = (Math.max(width, height) + PhotoLimits.KEPT_SIDE - 1) / PhotoLimits.KEPT_SIDE;
		ImageReadParam param = reader.getDefaultReadParam();
		param.setSourceSubsampling(every, every, 0, 0);
		return param;
	}

	private static BufferedImage upright(BufferedImage image, int orientation, boolean opaque) {
		boolean turned = orientation > ExifOrientation.LAST_UNTURNED;
		int width = turned ? image.getHeight() : image.getWidth();
		int height = turned ? image.getWidth() : image.getHeight();
		var drawn = new BufferedImage(width, height, opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
		Graphics2D pen = drawn.createGraphics();
		if (opaque) {
			pen.setColor(Color.WHITE);
			pen.fillRect(0, 0, width, height);
		}
		pen.drawImage(image, turn(orientation, image.getWidth(), image.getHeight()), null);
		pen.dispose();
		return drawn;
	}

	/** The eight positions of a camera, Exif 2.3 tag 0x0112. */
	private static AffineTransform turn(int orientation, int w, int h) {
		return switch (orientation) {
			case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
			case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
			case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
			case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
			case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
			case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
			case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
			default -> new AffineTransform();
		};
	}
}
