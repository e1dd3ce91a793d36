package cn.cuobian.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import cn.cuobian.PlainVisitor;
import cn.cuobian.browser.PrintedBallots.Ballot;

/** Owners who vote with their codes and two officers who read paper, each until he is told how it ended, whatever breaks meanwhile. */
final class Polls implements AutoCloseable {

	private static final List<String> MARKS = List.of("yes", "no", "abstain");
	private static final Pattern RECEIPT = Pattern.compile("app-code fs-2 mb-1\">([^<]+)<");
	private static final String VOTED = "您的票已投入票箱";
	private static final String OVER = "投票已经结束";
	private static final Set<Integer> TOLD = Set.of(302, 409, 422);
	/** What an officer is told who presses again because the first answer was lost. */
	private static final String READ_BEFORE = "您已经录过一次";
	private static final int BOOTHS = 3;
	/** Between two owners of a booth; the whole compound takes longer than the kills. */
	private static final int PAUSE_MILLIS = 3_000;
	private static final int AGAIN_MILLIS = 300;
	private static final int PAPERS = 40;
	private static final int PATIENCE_MINUTES = 10;

	private final String base;
	private final long vote;
	private final ExecutorService threads = Executors.newFixedThreadPool(BOOTHS + 1);
	private final Map<String, Map<String, String>> cast = new ConcurrentHashMap<>();
	private final Map<String, String> receipts = new ConcurrentHashMap<>();
	private final AtomicInteger repeated = new AtomicInteger();
	private final AtomicInteger late = new AtomicInteger();
	private final List<Future<?>> booths;
	private final Future<?> officers;
	private volatile boolean over;

	/** @param papers are read by two officers, a part of them */
	Polls(String base, long vote, List<Ballot> online, List<Ballot> papers, String password) throws IOException, InterruptedException {
		this.base = base;
		this.vote = vote;
		var first = PlainVisitor.signedIn(base, "election", password);
		var second = PlainVisitor.signedIn(base, "election2", password);
		officers = threads.submit(() -> papers.subList(0, PAPERS).forEach(paper -> read(paper, first, second)));
		booths = java.util.stream.IntStream.range(0, BOOTHS).<Future<?>>mapToObj(booth -> threads.submit(() -> {
			for (int i = booth; i < online.size() && !over; i += BOOTHS) {
				vote(online.get(i));
				pause(ThreadLocalRandom.current().nextInt(PAUSE_MILLIS));
			}
		})).toList();
	}

	/** Choice by question, of each sheet that was acknowledged. */
	Map<String, Map<String, String>> cast() {
		return cast;
	}

	int online() {
		return receipts.size();
	}

	Collection<String> receipts() {
		return receipts.values();
	}

	int repeated() {
		return repeated.get();
	}

	int late() {
		return late.get();
	}

	/** Such as {@code 1=yes}, and by how many heads. */
	Map<String, Integer> tally() {
		var tally = new TreeMap<String, Integer>();
		List.of("1", "2").forEach(question -> MARKS.forEach(mark -> tally.put(question + "=" + mark, 0)));
		cast.values().forEach(choices -> choices.forEach((question, mark) -> tally.merge(question.substring(1) + "=" + mark, 1, Integer::sum)));
		return tally;
	}

	void officersFinish() throws Exception {
		officers.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
	}

	/** Who stands in a booth finishes, and learns that it is too late. */
	void end() throws Exception {
		over = true;
		for (var booth : booths) {
			booth.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
		}
	}

	@Override
	public void close() {
		threads.shutdownNow();
	}

	/** The page behind the code tells how it stands; the button is pressed again until it does. */
	private void vote(Ballot sheet) {
		var owner = new PlainVisitor(base);
		var choices = choices();
		var page = "/vote/" + sheet.code().replace("-", "");
		for (int presses = 0;; presses++) {
			var now = ask(() -> owner.get(page));
			if (now.contains(VOTED)) {
				var receipt = RECEIPT.matcher(now);
				assertThat(receipt.find()).as("a receipt: %s", now).isTrue();
				receipts.put(sheet.serial(), receipt.group(1));
				cast.put(sheet.serial(), choices);
				return;
			}
			if (now.contains(OVER)) {
				late.incrementAndGet();
				return;
			}
			if (presses > 0) {
				repeated.incrementAndGet();
			}
			press(() -> owner.send(page, page, choices), answer -> TOLD.contains(answer.statusCode()));
		}
	}

	private void read(Ballot sheet, PlainVisitor first, PlainVisitor second) {
		var choices = choices();
		var fields = new TreeMap<String, String>(choices);
		fields.put("serial", sheet.serial());
		fields.put("channel", "PAPER");
		for (var officer : List.of(first, second)) {
			while (!press(() -> officer.send("/votes/" + vote + "/paper", "/votes/" + vote + "/paper", fields), Polls::isRead)) {
				repeated.incrementAndGet();
			}
		}
		cast.put(sheet.serial(), choices);
	}

	private static boolean isRead(HttpResponse<String> answer) {
		return answer.statusCode() == 302 || answer.statusCode() == 409 || answer.statusCode() == 422 && answer.body().contains(READ_BEFORE);
	}

	private static Map<String, String> choices() {
		var random = ThreadLocalRandom.current();
		return Map.of("q1", MARKS.get(random.nextInt(MARKS.size())), "q2", MARKS.get(random.nextInt(MARKS.size())));
	}

	private interface Request {

		HttpResponse<String> send() throws IOException, InterruptedException;
	}

	private static String ask(Request request) {
		while (true) {
			try {
				var answer = request.send();
				if (answer.statusCode() == 200) {
					return answer.body();
				}
			} catch (IOException away) {
				// asked again below
			} catch (InterruptedException e) {
				throw new IllegalStateException(e);
			}
			pause(AGAIN_MILLIS);
		}
	}

	/** Whether an answer came; it must be such a one, or that of a house that is away for a moment. */
	private static boolean press(Request request, Predicate<HttpResponse<String>> expected) {
		try {
			var answer = request.send();
			if (answer.statusCode() >= 502 && answer.statusCode() <= 504) {
				return false;
			}
			assertThat(expected.test(answer)).as("%d is what was expected: %s", answer.statusCode(), answer.body()).isTrue();
			return true;
		} catch (IOException away) {
			pause(AGAIN_MILLIS);
			return false;
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	private static void pause(int millis) {
		try {
			TimeUnit.MILLISECONDS.sleep(millis);
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}
}
