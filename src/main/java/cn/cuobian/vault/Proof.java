package cn.cuobian.vault;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Records of a room that show by their hashes whether somebody rewrote them: a chain, or content kept under its own
 * digest. Each is read again whole, in whatever database is given, and nothing is written.
 */
public interface Proof {

	/** Which records, as the last part of a message's name: {@code relocation.proof.<name>}. */
	String name();

	/** Reads them all again. Memory holds one chain at a time, however many there are. */
	Result read(JdbcClient db);

	/**
	 * @param records so many were read
	 * @param broken those that are not what was written, by the name people know them by and the first bad line
	 */
	record Result(long records, List<String> broken) {
	}
}
