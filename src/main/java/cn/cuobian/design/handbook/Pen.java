package cn.cuobian.design.handbook;

/** How a line of a picture is drawn. Colours as {@code #rrggbb}; {@code none}: not at all; widths in pixels. */
public enum Pen {

	POOL("none", "#334155", 1.2, ""), AREA("#f8fafc", "#475569", 1.4, ""), EVENT_AREA("#f8fafc", "#475569", 1.4, "2 4"), PEOPLE("#eff6ff", "#1e3a5f", 2, ""),
	SYSTEM("#ffffff", "#64748b", 1.4, ""), CALL("#ffffff", "#1e293b", 3.6, ""), EVENT("#ffffff", "#1e293b", 1.6, ""), END("#ffffff", "#1e293b", 4, ""),
	SOFT_EVENT("#ffffff", "#1e293b", 1.6, "4 3"), GATEWAY("#fffbeb", "#1e293b", 1.8, ""), FLOW("none", "#1e293b", 1.4, ""), NOTE("none", "#64748b", 1.2, "3 3"),
	THIN("none", "#1e293b", 1.3, ""), THICK("none", "#1e293b", 3, ""), FILLED("#1e293b", "none", 0, "");

	private final String fill;
	private final String colour;
	private final double width;
	private final String dashes;

	Pen(String fill, String colour, double width, String dashes) {
		this.fill = fill;
		this.colour = colour;
		this.width = width;
		this.dashes = dashes;
	}

	public String fill() {
		return fill;
	}

	public String colour() {
		return colour;
	}

	public double width() {
		return width;
	}

	/** Lengths of dashes and gaps; empty for an unbroken line. */
	public String dashes() {
		return dashes;
	}
}
