package cn.cuobian.nodes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gathers what one transaction writes line by line and writes it together right before the commit: each line alone is a
 * round trip to the database that the nodes share. What fails then undoes the transaction; where there is none, lines are
 * written at once. Whoever reads such lines in the same transaction calls {@link #writeNow} first. Not for what is added
 * by another's {@code beforeCommit} only: it would come too late.
 *
 * @param <T> a line
 */
public final class AtCommit<T> {

	/** An import of thousands does not keep them all in mind. */
	private static final int MOST_HELD = 500;

	private final Consumer<List<T>> write;

	/** @param write writes lines in the order in which they were added, at least one */
	public AtCommit(Consumer<List<T>> write) {
		this.write = write;
	}

	public void add(Collection<? extends T> lines) {
		if (lines.isEmpty()) {
			return;
		}
		if (!TransactionSynchronizationManager.isSynchronizationActive() || !TransactionSynchronizationManager.isActualTransactionActive()) {
			write.accept(List.copyOf(lines));
			return;
		}
		here().orElseGet(this::begun).add(lines);
	}

	/** What the running transaction has gathered and not written, in order. */
	public List<T> held() {
		return here().map(held -> List.copyOf(held.lines)).orElse(List.of());
	}

	/** Writes what the running transaction has gathered so far. */
	public void writeNow() {
		here().ifPresent(Held::write);
	}

	private Held begun() {
		var held = new Held();
		TransactionSynchronizationManager.bindResource(this, held);
		TransactionSynchronizationManager.registerSynchronization(held);
		return held;
	}

	@SuppressWarnings("unchecked")
	private Optional<Held> here() {
		return Optional.ofNullable((Held) TransactionSynchronizationManager.getResource(this));
	}

	/** Stays behind with its transaction when that is suspended. */
	private final class Held implements TransactionSynchronization {

		private final List<T> lines = new ArrayList<>();
		private boolean committing;

		private void add(Collection<? extends T> more) {
			lines.addAll(more);
			if (committing || lines.size() >= MOST_HELD) { // committing: by what else writes right before the commit
				write();
			}
		}

		private void write() {
			if (!lines.isEmpty()) {
				List<T> all = List.copyOf(lines);
				lines.clear();
				write.accept(all);
			}
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			committing = true;
			write();
		}

		@Override
		public void suspend() {
			TransactionSynchronizationManager.unbindResource(AtCommit.this);
		}

		@Override
		public void resume() {
			TransactionSynchronizationManager.bindResource(AtCommit.this, this);
		}

		@Override
		public void afterCompletion(int status) {
			TransactionSynchronizationManager.unbindResourceIfPossible(AtCommit.this);
		}
	}
}
