package cn.cuobian.design;

import java.util.ArrayList;
import java.util.List;

/** A rehearsal of a move: how far it is, and what would become of each matter. Kept as long as this node runs. */
final class Rehearsal {

	private final int version;
	private final long total;
	private final long began = System.nanoTime();
	private final List<Line> lines = new ArrayList<>();
	private long millis;
	private boolean over;
	private String failure;

	Rehearsal(int version, long total) {
		this.version = version;
		this.total = total;
	}

	/**
	 * What would become of a matter.
	 *
	 * @param moves whether it would come over
	 * @param lands names of the steps at which it would wait
	 * @param clocks each as its code and due instant, and what becomes of it
	 * @param why it would not come over; else null
	 */
	record Line(String subject, boolean moves, List<String> lands, List<Ticking> clocks, String why) {
	}

	/** @param state {@code goes-on}, {@code begins} or {@code stops} */
	record Ticking(String code, String due, String state) {
	}

	synchronized void add(Line line) {
		lines.add(line);
	}

	synchronized void end(String sentence) {
		failure = sentence;
		over = true;
		millis = (System.nanoTime() - began) / 1_000_000;
	}

	synchronized List<Line> lines(int from, int most) {
		return List.copyOf(lines.subList(Math.min(from, lines.size()), Math.min(from + most, lines.size())));
	}

	public synchronized long done() {
		return lines.size();
	}

	public synchronized long staying() {
		return lines.stream().filter(line -> !line.moves()).count();
	}

	public synchronized boolean isOver() {
		return over;
	}

	/** Why it could not be finished; null if it was, or still runs. */
	public synchronized String failure() {
		return failure;
	}

	public synchronized long seconds() {
		return (over ? millis : (System.nanoTime() - began) / 1_000_000) / 1000;
	}

	public int version() {
		return version;
	}

	public long total() {
		return total;
	}
}
