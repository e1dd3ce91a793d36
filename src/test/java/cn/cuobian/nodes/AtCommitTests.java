package cn.cuobian.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What one transaction gathers is written once, by it alone, and before it is committed. */
class AtCommitTests {

	private final List<List<String>> written = new ArrayList<>();
	private final AtCommit<String> lines = new AtCommit<>(written::add);
	private TransactionTemplate transaction;
	private TransactionTemplate apart;

	@BeforeEach
	void aDatabase() {
		var source = new JdbcDataSource();
		source.setUrl("jdbc:h2:mem:" + UUID.randomUUID());
		var manager = new DataSourceTransactionManager(source);
		transaction = new TransactionTemplate(manager);
		apart = new TransactionTemplate(manager);
		apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	@Test
	void linesAreWrittenTogetherAndInOrderWhileTheTransactionIsStillOpen() {
		var open = new ArrayList<Boolean>();
		var watched = new AtCommit<String>(all -> {
			open.add(TransactionSynchronizationManager.isActualTransactionActive());
			written.add(all);
		});
		transaction.executeWithoutResult(status -> {
			watched.add(List.of("one"));
			watched.add(List.of("two", "three"));
			assertThat(written).isEmpty();
			assertThat(watched.held()).containsExactly("one", "two", "three");
		});
		assertThat(written).containsExactly(List.of("one", "two", "three"));
		assertThat(open).containsExactly(true);
	}

	@Test
	void nothingIsWrittenOfWhatIsUndoneAndNothingOfItIsLeftForTheNext() {
		assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
			lines.add(List.of("one"));
			throw new IllegalStateException();
		})).isInstanceOf(IllegalStateException.class);
		transaction.executeWithoutResult(status -> assertThat(lines.held()).isEmpty());
		assertThat(written).isEmpty();
	}

	@Test
	void aTransactionApartWritesItsOwnAndOnlyThose() {
		transaction.executeWithoutResult(status -> {
			lines.add(List.of("outside"));
			apart.executeWithoutResult(inner -> {
				assertThat(lines.held()).isEmpty();
				lines.add(List.of("inside"));
			});
			assertThat(written).containsExactly(List.of("inside"));
			lines.add(List.of("after"));
		});
		assertThat(written).containsExactly(List.of("inside"), List.of("outside", "after"));
	}

	@Test
	void whatIsAskedForEarlierIsWrittenEarlierAndOnce() {
		transaction.executeWithoutResult(status -> {
			lines.add(List.of("one"));
			lines.writeNow();
			assertThat(written).containsExactly(List.of("one"));
			assertThat(lines.held()).isEmpty();
			lines.writeNow();
			lines.add(List.of("two"));
		});
		assertThat(written).containsExactly(List.of("one"), List.of("two"));
	}

	@Test
	void withoutATransactionLinesAreWrittenAtOnce() {
		lines.add(List.of("one"));
		lines.writeNow();
		assertThat(written).containsExactly(List.of("one"));
		assertThat(lines.held()).isEmpty();
	}

	@Test
	void whatAnotherAddsRightBeforeTheCommitIsWrittenToo() {
		transaction.executeWithoutResult(status -> {
			lines.add(List.of("one"));
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void beforeCommit(boolean readOnly) {
					lines.add(List.of("last"));
				}
			});
		});
		assertThat(written).containsExactly(List.of("one"), List.of("last"));
	}

	@Test
	void thousandsOfLinesAreNotKeptUntilTheEnd() {
		transaction.executeWithoutResult(status -> {
			IntStream.range(0, 1_200).forEach(i -> lines.add(List.of("line " + i)));
			assertThat(lines.held()).hasSizeLessThan(500);
		});
		assertThat(written.stream().flatMap(List::stream)).containsExactlyElementsOf(IntStream.range(0, 1_200).mapToObj(i -> "line " + i).toList());
	}
}
