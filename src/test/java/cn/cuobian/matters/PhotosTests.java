package cn.cuobian.matters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import cn.cuobian.matters.Report.Upload;
import cn.cuobian.refusals.Refusal;
import org.junit.jupiter.api.Test;

class PhotosTests {

	private final Photos photos = new Photos();

	static byte[] picture(int width, int height, String format) throws IOException {
		var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int x = 0; x < width / 2; x++) {
			for (int y = 0; y < height; y++) {
				image.setRGB(x, y, Color.RED.getRGB());
			}
		}
		var out = new ByteArrayOutputStream();
		ImageIO.write(image, format, out);
		return out.toByteArray();
	}

	/** A JPEG as a phone makes it: position of the camera, and words that stand for the place where it was taken. */
	static byte[] jpegWithExif(byte[] jpeg, int orientation) {
		byte[] words = "GPS 24.78N 118.55E".getBytes(StandardCharsets.US_ASCII);
		ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 12 + 4 + words.length);
		tiff.put("MM".getBytes()).putChar((char) 42).putInt(8).putChar((char) 1);
		tiff.putChar((char) 0x0112).putChar((char) 3).putInt(1).putChar((char) orientation).putChar((char) 0).putInt(0).put(words);
		byte[] exif = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
		ByteBuffer out = ByteBuffer.allocate(jpeg.length + 4 + exif.length + tiff.capacity());
		out.put(jpeg, 0, 2).putChar((char) 0xFFE1).putChar((char) (2 + exif.length + tiff.capacity())).put(exif)
				.put(tiff.array()).put(jpeg, 2, jpeg.length - 2);
		return out.array();
	}

	/** A PNG of a few bytes that says it is huge. */
	static byte[] bomb(int width, int height) throws IOException {
		byte[] png = picture(1, 1, "png");
		ByteBuffer header = ByteBuffer.wrap(png);
		header.putInt(16, width).putInt(20, height);
		var sum = new CRC32();
		sum.update(png, 12, 17);
		header.putInt(29, (int) sum.getValue());
		return png;
	}

	private CleanFile clean(String name, byte[] bytes) {
		return photos.clean(List.of(new Upload(name, bytes))).get(0);
	}

	private void assertRefused(String name, byte[] bytes, String rule) {
		assertThatThrownBy(() -> clean(name, bytes)).isInstanceOfSatisfying(Refusal.class,
				refusal -> assertThat(refusal.rule()).isEqualTo(rule));
	}

	@Test
	void aPhotoLosesWhereItWasTakenAndStandsUpright() throws IOException {
		CleanFile clean = clean("IMG.JPG", jpegWithExif(picture(40, 20, "jpg"), 6));
		assertThat(new String(clean.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif");
		BufferedImage upright = ImageIO.read(new ByteArrayInputStream(clean.bytes()));
		assertThat(upright.getWidth()).isEqualTo(20);
		assertThat(upright.getHeight()).isEqualTo(40);
		assertThat(new Color(upright.getRGB(10, 5)).getRed()).as("left became top").isGreaterThan(200);
		assertThat(new Color(upright.getRGB(10, 35)).getRed()).isLessThan(60);
	}

	@Test
	void whatIsHiddenBehindAPictureIsGone() throws IOException {
		byte[] picture = picture(4, 4, "png");
		byte[] both = Arrays.copyOf(picture, picture.length + 9);
		System.arraycopy("<script>!".getBytes(), 0, both, picture.length, 9);
		assertThat(new String(clean("a.png", both).bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("script");
	}

	@Test
	void aTextFileNamedJpgIsNoPhoto() {
		assertRefused("photo.jpg", "这不是照片".getBytes(StandardCharsets.UTF_8), "matters.photo-type");
		assertRefused("photo.jpg", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".getBytes(), "matters.photo-type");
		assertRefused("photo.jpg", "GIF89a;<script>".getBytes(), "matters.photo-type");
		assertRefused("photo.jpg", new byte[0], "matters.photo-type");
	}

	@Test
	void aBombIsNotUnpacked() throws IOException {
		assertRefused("bomb.png", bomb(64_000, 64_000), "matters.photo-pixels");
	}

	@Test
	void aBrokenPictureIsRefused() throws IOException {
		byte[] jpeg = picture(100, 100, "jpg");
		assertRefused("half.jpg", Arrays.copyOf(jpeg, 60), "matters.photo-broken");
	}

	@Test
	void elevenFilesOrElevenMegabytesAreTooMuch() throws IOException {
		Upload one = new Upload("a.png", picture(2, 2, "png"));
		assertThatThrownBy(() -> photos.clean(Collections.nCopies(11, one))).hasMessage("matters.photos-too-many");
		assertThat(photos.clean(Collections.nCopies(10, one))).hasSize(10);
		assertRefused("big.pdf", Arrays.copyOf("%PDF-1.4".getBytes(), PhotoLimits.MAX_BYTES + 1), "matters.photo-too-big");
	}

	@Test
	void theNameKeepsNoPathAndGetsTheEndingOfItsContent() throws IOException {
		assertThat(clean("..\\..\\etc/pa\0sswd.exe", picture(2, 2, "png")).name()).isEqualTo("passwd.png");
		assertThat(clean(null, picture(2, 2, "png")).name()).isEqualTo("photo.png");
		assertThat(clean("字".repeat(500), picture(2, 2, "jpg")).name()).hasSizeLessThanOrEqualTo(PhotoLimits.MAX_NAME);
	}

	@Test
	void aWebpLosesItsMetadata() {
		ByteBuffer webp = ByteBuffer.allocate(12 + 18 + 8 + 4 + 8 + 4).order(java.nio.ByteOrder.LITTLE_ENDIAN);
		webp.put("RIFF".getBytes()).putInt(webp.capacity() - 8).put("WEBP".getBytes());
		webp.put("VP8X".getBytes()).putInt(10).put(new byte[] { 0x0C, 0, 0, 0, 9, 0, 0, 9, 0, 0 });
		webp.put("VP8 ".getBytes()).putInt(4).putInt(0).put("EXIF".getBytes()).putInt(4).put("GPS!".getBytes());
		CleanFile clean = clean("a.webp", webp.array());
		assertThat(clean.mediaType()).isEqualTo("image/webp");
		assertThat(new String(clean.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("EXIF", "GPS").contains("VP8 ");
		assertThat(clean.bytes()[20]).isZero();
	}
}
