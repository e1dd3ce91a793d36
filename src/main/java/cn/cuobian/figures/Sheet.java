package cn.cuobian.figures;

import java.io.Closeable;
import java.io.IOException;

/** A file of lines that is written while it is read; nothing of it is kept in memory. */
interface Sheet extends Closeable {

	/** One line: text, whole numbers, null for nothing. */
	void line(Object... cells) throws IOException;
}
