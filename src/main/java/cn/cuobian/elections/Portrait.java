package cn.cuobian.elections;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

import cn.cuobian.refusals.Refusal;

/** A candidate's picture, drawn anew: what a camera wrote into the file, such as where it was taken, is not kept. */
final class Portrait {

	private static final int WIDTH = 300;
	private static final long MOST_PIXELS = 40_000_000;

	private Portrait() {
	}

	/** @throws Refusal on the field {@code photo} for what is no picture, or one too large to open safely */
	static byte[] png(byte[] upload) {
		try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(upload))) {
			var readers = ImageIO.getImageReaders(input);
			if (!readers.hasNext()) {
				throw broken();
			}
			var reader = readers.next();
			reader.setInput(input);
			if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
				throw broken();
			}
			return drawn(reader.read(0));
		} catch (IOException | IllegalArgumentException e) {
			throw broken();
		}
	}

	private static byte[] drawn(BufferedImage picture) throws IOException {
		int width = Math.min(WIDTH, picture.getWidth());
		int height = Math.max(1, picture.getHeight() * width / picture.getWidth());
		var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		var pen = small.createGraphics();
		pen.drawImage(picture.getScaledInstance(width, height, Image.SCALE_SMOOTH), 0, 0, null);
		pen.dispose();
		var out = new ByteArrayOutputStream();
		ImageIO.write(small, "png", out);
		return out.toByteArray();
	}

	private static Refusal broken() {
		return Refusal.onField("photo", "elections.photo");
	}
}
