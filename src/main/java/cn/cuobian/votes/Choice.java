package cn.cuobian.votes;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** What one ballot says to one question. */
public sealed interface Choice {

	/** To a motion; abstaining (弃权) and an invalid mark also to an election. */
	enum Mark implements Choice {
		YES, NO, ABSTAIN, INVALID
	}

	/** Candidates by their numbers, in an election. */
	record Named(SortedSet<Integer> candidates) implements Choice {

		/** @throws IllegalArgumentException for nobody: that is abstaining */
		public Named {
			if (candidates.isEmpty()) {
				throw new IllegalArgumentException("Naming nobody is abstaining");
			}
			candidates = Collections.unmodifiableSortedSet(new TreeSet<>(candidates));
		}
	}
}
