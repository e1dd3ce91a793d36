package cn.cuobian.figures;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

import cn.cuobian.territory.Place;

/** Something that can be taken out as a file: written page by page, so that its size does not matter. */
interface Extract {

	/** The name under which it is asked for and recorded, {@code matters.csv}. */
	String name();

	String mediaType();

	/**
	 * Writes it to its end and leaves the stream open.
	 *
	 * @return how many rows were written, without headings
	 */
	long write(Wanted wanted, OutputStream out) throws IOException;

	/** @param place with everything below it */
	record Wanted(Place place, Period period, Locale locale) {
	}
}
