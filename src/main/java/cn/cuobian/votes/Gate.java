package cn.cuobian.votes;

/**
 * A share that has to be reached on both axes, a row of {@code bpmn/votes/gates.dmn}. Decided in whole numbers:
 * {@code whole × some ≥ part × of}, or {@code >} where the law says more than (过半数).
 *
 * @param part of the share, such as 2 of two thirds
 * @param whole such as 3 of two thirds
 * @param more whether the share itself is not enough (Civil Code 1259: 以上 includes the number, 过半数 does not)
 * @param article where the share is written
 */
public record Gate(String code, int part, int whole, boolean more, String article) {

	/** @throws IllegalArgumentException for a share that is none */
	public Gate {
		if (part < 1 || whole < part) {
			throw new IllegalArgumentException("%s: %d of %d is no share".formatted(code, part, whole));
		}
	}

	/** Whether {@code some} are enough {@code of} all, on each axis. */
	public Ruling over(Weight some, Weight of) {
		return new Ruling(this, some, of, reached(some.area(), of.area()), reached(some.heads(), of.heads()));
	}

	private boolean reached(long some, long of) {
		int compared = Long.compare(Math.multiplyExact(whole, some), Math.multiplyExact(part, of));
		return more ? compared > 0 : compared >= 0;
	}
}
