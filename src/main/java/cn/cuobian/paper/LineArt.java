package cn.cuobian.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.w3c.dom.Element;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;

/**
 * Prints {@code <object type="line-art" viewbox="x y width height">} with the elements {@code path} in it, as lines and areas,
 * not as dots. A path has {@code d} in the notation of SVG with absolute M, L, C and Z only, {@code fill} and
 * {@code stroke} as {@code #rrggbb} or {@code none}, {@code stroke-width} and {@code stroke-dasharray}. Words are set
 * beside it by the page, so that they can be searched.
 */
final class LineArt implements FSObjectDrawer {

	static final String TYPE = "line-art";
	private static final Pattern STEP = Pattern.compile("([MLCZ])([^MLCZ]*)");

	@Override
	public Map<Shape, String> drawObject(Element object, double x, double y, double width, double height, OutputDevice page, RenderingContext context, int dotsPerPixel) {
		double[] box = numbers(object.getAttribute("viewbox"));
		float wide = (float) width / dotsPerPixel;
		float high = (float) height / dotsPerPixel;
		page.drawWithGraphics((float) x, (float) y, wide, high, pen -> {
			pen.clip(new Rectangle2D.Double(0, 0, wide, high));
			pen.scale(wide / box[2], high / box[3]);
			pen.translate(-box[0], -box[1]);
			var paths = object.getElementsByTagName("path");
			IntStream.range(0, paths.getLength()).mapToObj(paths::item).map(Element.class::cast).forEach(path -> draw(pen, path));
		});
		return Map.of();
	}

	private static void draw(Graphics2D pen, Element path) {
		var shape = shape(path.getAttribute("d"));
		if (!path.getAttribute("fill").equals("none")) {
			pen.setColor(Color.decode(path.getAttribute("fill")));
			pen.fill(shape);
		}
		if (!path.getAttribute("stroke").equals("none")) {
			pen.setColor(Color.decode(path.getAttribute("stroke")));
			pen.setStroke(stroke(path));
			pen.draw(shape);
		}
	}

	private static BasicStroke stroke(Element path) {
		float width = Float.parseFloat(path.getAttribute("stroke-width"));
		double[] dashes = numbers(path.getAttribute("stroke-dasharray"));
		if (dashes.length == 0) {
			return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
		}
		return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] { (float) dashes[0], (float) dashes[dashes.length - 1] }, 0);
	}

	private static Path2D shape(String text) {
		var shape = new Path2D.Double();
		Matcher step = STEP.matcher(text);
		while (step.find()) {
			double[] at = numbers(step.group(2));
			switch (step.group(1)) {
				case "M" -> shape.moveTo(at[0], at[1]);
				case "L" -> shape.lineTo(at[0], at[1]);
				case "C" -> shape.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
				default -> shape.closePath();
			}
		}
		return shape;
	}

	private static double[] numbers(String text) {
		return text.isBlank() ? new double[0] : Arrays.stream(text.strip().split("\\s+")).mapToDouble(Double::parseDouble).toArray();
	}
}
