package cn.cuobian.votes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.votes.Casting.Ballot;
import cn.cuobian.votes.PaperDesk.PaperRead;
import org.junit.jupiter.api.Test;

/** One vote per head, however many arrive at the same moment; and none of those that may is lost. */
class ManyCastsAtOnceTests extends VotesInTheHouse {

	private static final int MANY = 1_000;

	@Test
	void ofAThousandBallotsOfOneHeadOverAllChannelsExactlyOneCounts() throws Exception {
		var roll = roll(3);
		long vote = openWithCodes(plan(roll));
		long head = roll.heads().get(0);
		var outcomes = atOnce(IntStream.range(0, MANY).<Callable<Object>>mapToObj(i -> () -> casting.cast(
				new Ballot(vote, head, CastChannel.values()[i % CastChannel.values().length], choices("1=" + (i % 5 + 1) + ";2=yes"), null))).toList());
		assertThat(outcomes).filteredOn(Casting.VoteReceipt.class::isInstance).hasSize(1);
		assertThat(outcomes).filteredOn(Refusal.class::isInstance).hasSize(MANY - 1)
				.allSatisfy(refused -> assertThat(((Refusal) refused).rule()).startsWith("votes.box.voted."));
		assertThat(count("cast_mark where vote_id = ?", vote)).isEqualTo(1);
		assertThat(votes.turnout(vote).voted()).isEqualTo(new Weight(100_00, 1));
		close(vote);
		assertThat(box.entries(vote)).filteredOn(BoxEntry::isBallot).hasSize(1);
		assertThat(box.papers(vote)).hasSize(1);
	}

	@Test
	void inASecretVoteTooOnePaperLiesInTheBox() throws Exception {
		var roll = roll(1);
		long vote = open(secret(plan(roll)));
		atOnce(IntStream.range(0, 200).<Callable<Object>>mapToObj(i -> () -> online(vote, roll.heads().get(0), "1=1;2=yes")).toList());
		close(vote);
		assertThat(box.secretPapers(vote)).hasSize(1);
	}

	@Test
	void theSecondReadingOfAPaperAndAnOnlineBallotRaceForOneMark() throws Exception {
		var roll = roll(20);
		long vote = openWithCodes(plan(roll));
		var desk = application.getBean(PaperDesk.class);
		var colleague = anotherOfficer();
		var acts = new ArrayList<Callable<Object>>();
		for (int i = 0; i < 20; i++) {
			var paper = new PaperRead("K-%06d".formatted(i + 1), CastChannel.PAPER, choices("1=1;2=no"));
			desk.read(vote, paper, officer);
			long head = roll.heads().get(i);
			acts.add(() -> desk.read(vote, paper, colleague));
			acts.add(() -> online(vote, head, "1=2;2=yes"));
		}
		assertThat(atOnce(acts)).filteredOn(Refusal.class::isInstance).hasSize(20);
		assertThat(count("cast_mark where vote_id = ?", vote)).isEqualTo(20);
		assertThat(boxRows.of(vote, false)).filteredOn(BoxEntry::isBallot).extracting(BoxEntry::headNo).doesNotHaveDuplicates().hasSize(20);
	}

	@Test
	void aThousandHeadsAtOnceAreAllInTheBoxWithoutAGap() throws Exception {
		var roll = roll(MANY);
		long vote = openWithCodes(plan(roll));
		var outcomes = atOnce(roll.heads().stream().<Callable<Object>>map(head -> () -> online(vote, head, "1=1;2=yes")).toList());
		assertThat(outcomes).allMatch(Casting.VoteReceipt.class::isInstance);
		assertThat(votes.turnout(vote).voted()).isEqualTo(new Weight(100_00L * MANY, MANY));
		close(vote);
		var entries = box.entries(vote);
		assertThat(entries).extracting(BoxEntry::seq).containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(1, MANY + 2).boxed().toList());
		var previous = fingerprint(roll);
		for (var entry : entries) {
			assertThat(entry.hash()).isEqualTo(BoxEntry.hash(previous, entry.seq(), entry.at(), entry.kind(), entry.headNo(), entry.channel(),
					entry.payload()));
			previous = entry.hash();
		}
	}

	/** Starts all together; an exception is an outcome too. */
	private static List<Object> atOnce(List<Callable<Object>> acts) throws Exception {
		var start = new CyclicBarrier(acts.size());
		var threads = Executors.newFixedThreadPool(acts.size());
		try {
			var running = acts.stream().map(act -> threads.submit(() -> {
				start.await();
				return act.call();
			})).toList();
			var outcomes = new ArrayList<Object>();
			for (Future<Object> each : running) {
				outcomes.add(outcome(each));
			}
			return outcomes;
		} finally {
			threads.shutdown();
		}
	}

	private static Object outcome(Future<Object> running) throws InterruptedException {
		try {
			return running.get();
		} catch (ExecutionException e) {
			return e.getCause();
		}
	}
}
