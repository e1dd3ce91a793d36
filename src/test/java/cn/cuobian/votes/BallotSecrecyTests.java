package cn.cuobian.votes;

import static cn.cuobian.people.SomePeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import cn.cuobian.EveryTable;
import cn.cuobian.people.Group;
import cn.cuobian.people.Person;
import cn.cuobian.people.TestViewers;
import cn.cuobian.territory.SomePlaces.Branch;
import cn.cuobian.votes.SomeRolls.SomeRoll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Nobody learns who voted what. Two worlds are made that differ in nothing but the choices; then every kind of visitor
 * opens every address about votes in both, and whatever differs would be a leak: a name, a number, an order, a tick. The
 * addresses of all other rooms, the log and the tables are searched for the ballots.
 */
@ExtendWith(OutputCaptureExtension.class)
class BallotSecrecyTests extends VotesInTheHouse {

	/** Ballots nobody else casts. */
	private static final List<String> THESE = List.of("1=1,3,5;2=yes", "1=2,4;2=no", "1=abstain;2=abstain", "1=4;2=yes");
	private static final List<String> THOSE = List.of("1=2,4;2=no", "1=1,3,5;2=yes", "1=4;2=yes", "1=abstain;2=abstain");
	/** Nothing is the same, not even the sums. */
	private static final List<String> OTHERS = List.of("1=5;2=no", "1=5;2=no", "1=5;2=no", "1=1,2,3;2=no");
	/** A stream that never ends, what ends the session, and a calendar that refuses whoever looks too often. */
	private static final Set<String> NOT_OPENED = Set.of("/board/stream", "/logout", "/calendar/{secret}.ics");

	/**
	 * How many messages wait: alarms about places of other tests come to the administrator while he looks. Where none waits,
	 * an empty line stands in the badge's place.
	 */
	private static final Pattern BELL = Pattern.compile("app-bell|<span class=\"badge bg-red\" aria-hidden|^\\s*$");

	/** Hashes, codes and proofs of a form are random in every answer. */
	private static final Map<Pattern, String> RANDOM = random();

	/** An election and a notice that are not there. */
	private static final long NOBODYS = 987_654_321;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	private Person administrator;

	@BeforeEach
	void anAdministrator() {
		administrator = some.holding("administrator", Group.EVERYWHERE);
	}

	/** A compound with one vote, and everybody who could be curious. */
	private final class World {

		private final Branch branch = somePlaces.branch();
		private final Person keeper = some.holding("election-officer", branch.township());
		private final Map<String, Person> visitors = new LinkedHashMap<>();
		private final SomeRoll roll = new SomeRolls(db).frozen(branch.compound(), 100_00, 100_00, 100_00, 100_00);
		private final boolean secret;
		private final long vote;
		private final List<String> sheets;

		World(boolean secret, ReceiptShows receipt) {
			this.secret = secret;
			visitors.put("officer", keeper);
			visitors.put("scrutineer", some.holding("scrutineer", branch.compound()));
			visitors.put("supervisor", some.holding("supervisor", branch.community()));
			visitors.put("administrator", administrator);
			var plan = plan(roll);
			plan = new NewVote(plan.rollId(), plan.title(), plan.origin(), plan.openness(), false, true, receipt, 2, plan.tie(), plan.opens(),
					plan.closes(), true, plan.questions());
			var viewer = TestViewers.of(application, keeper);
			vote = votes.prepare(secret ? secret(plan) : plan, viewer);
			votes.announce(vote, viewer);
			codes.issue(vote, viewer);
			sheets = codes.print(vote, 0, 9, viewer).stream().map(sheet -> sheet.code().replace("-", "")).toList();
		}

		void open() {
			clock.setTo(votes.of(vote).opens());
			votes.open(vote);
		}

		/** One online, one on paper, one at the door, one by hand of the test. */
		void cast(List<String> ballots) {
			var desk = application.getBean(PaperDesk.class);
			var one = TestViewers.of(application, keeper);
			var two = TestViewers.of(application, some.holding("election-officer", branch.township()));
			online(vote, roll.heads().get(0), ballots.get(0));
			for (var by : List.of(one, two)) {
				desk.read(vote, new PaperDesk.PaperRead("K-000002", CastChannel.PAPER, choices(ballots.get(1))), by);
				desk.read(vote, new PaperDesk.PaperRead("K-000003", CastChannel.HOME, choices(ballots.get(2))), by);
			}
			desk.read(vote, new PaperDesk.PaperRead("K-000004", CastChannel.PAPER, choices(ballots.get(3))), one);
			visitors.put("second reader", some.holding("election-officer", branch.township()));
		}

		void finish(List<String> ballots) {
			application.getBean(PaperDesk.class).read(vote, new PaperDesk.PaperRead("K-000004", CastChannel.PAPER, choices(ballots.get(3))),
					TestViewers.of(application, visitors.get("second reader")));
			clock.setTo(votes.of(vote).ends());
			if (secret) {
				openUrn(ballots);
			}
			votes.close(vote);
		}

		/** Papers are mixed; one is read once only when somebody looks. */
		void openUrn(List<String> ballots) {
			var mixed = List.of(ballots.get(2), ballots.get(3), ballots.get(1));
			for (int no = 1; no <= mixed.size(); no++) {
				for (var by : List.of(keeper, visitors.get("second reader"))) {
					application.getBean(Urn.class).read(vote, new Urn.UrnPaper(no, "100.00", choices(mixed.get(no - 1))), TestViewers.of(application, by));
				}
			}
		}

		/** Every address as every visitor sees it, by its pattern. */
		Map<String, List<String>> seen(Pattern tokens) throws Exception {
			var seen = new TreeMap<String, List<String>>();
			for (var pattern : patterns().stream().filter(BallotSecrecyTests::isAboutVotes).toList()) {
				look(pattern, filled(pattern, pattern.startsWith("/rolls") ? roll.id() : pattern.startsWith("/vote") ? vote : NOBODYS), tokens, seen);
			}
			for (var step : List.of("", "/review", "/change")) {
				seen.put("owner again " + step, lines(post("/vote/" + sheets.get(0) + step).param("q1", "1").with(csrf()), request -> request, tokens));
			}
			return seen;
		}

		private void look(String name, String address, Pattern tokens, Map<String, List<String>> seen) throws Exception {
			seen.put("anybody " + name, lines(get(address), request -> request, tokens));
			for (var visitor : visitors.entrySet()) {
				seen.put(visitor.getKey() + " " + name, lines(get(address), as(visitor.getValue()), tokens));
			}
		}

		private String filled(String pattern, long id) {
			return pattern.replace("{code}", sheets.get(0)).replaceAll("\\{[^}]+}", String.valueOf(id)).replaceAll("/\\*+$", "/1");
		}

		private List<String> lines(MockHttpServletRequestBuilder request, RequestPostProcessor as, Pattern tokens) throws Exception {
			var answer = web.perform(request.with(as)).andReturn();
			if (answer.getRequest().isAsyncStarted()) {
				return List.of("stream");
			}
			var text = answer.getResponse().getStatus() + "\n" + answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
			return text.lines().filter(line -> !BELL.matcher(line).find()).map(line -> plain(line, tokens)).sorted().toList();
		}

		/** What differs between any two votes, as it stands on pages. */
		private List<String> tokens() {
			var tokens = new ArrayList<>(sheets);
			for (var address : List.of("/votes/", "/vote/box/", "/rolls/", "/rolls/public/")) {
				tokens.addAll(List.of(address + vote, address + roll.id()));
			}
			tokens.addAll(List.of("roll=" + roll.id(), "name=\"roll\" value=\"" + roll.id()));
			visitors.values().forEach(person -> tokens.addAll(List.of(person.name(), person.username())));
			var n = branch.compound().substring(1);
			List.of("城", "街道", "社区", "花园", "新村", "City ", "Township ", "Community ", "Garden ", "New Village ").forEach(kind -> tokens.add(kind + n));
			tokens.addAll(List.of(branch.city(), branch.township(), branch.community(), branch.compound(), branch.otherCompound()));
			return tokens;
		}
	}

	private static Map<Pattern, String> random() {
		var random = new LinkedHashMap<Pattern, String>();
		random.put(Pattern.compile("data:image/png;base64,[^\"]+"), "QR");
		random.put(Pattern.compile("(?:content|value)=\"[-_A-Za-z0-9]{60,}\""), "CSRF");
		random.put(Pattern.compile("X-[CX]SRF-TOKEN"), "HEADER");
		random.put(Pattern.compile("[0-9a-f]{64}"), "HASH");
		random.put(Pattern.compile("[0-9A-F]{4}(?:-[0-9A-F]{4}){3}(?![-0-9A-Z])"), "RECEIPT");
		random.put(Pattern.compile("[0-9a-f]{32}"), "PAPER");
		random.put(Pattern.compile("/units/[0-9]+"), "/units/UNIT");
		random.put(Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"), "REFERENCE");
		return random;
	}

	private static String plain(String line, Pattern tokens) {
		var plain = line;
		for (var each : RANDOM.entrySet()) {
			plain = each.getKey().matcher(plain).replaceAll(each.getValue());
		}
		return tokens.matcher(plain).replaceAll("#");
	}

	/** Any of the texts, the longest first, as a word of its own. */
	private static Pattern anyOf(List<String> tokens) {
		return Pattern.compile(tokens.stream().distinct().sorted(Comparator.comparing(String::length).reversed()).map(Pattern::quote)
				.collect(Collectors.joining("|", "(?<![A-Za-z0-9])(?:", ")(?![0-9])")));
	}

	/** All that can be opened. */
	private Set<String> patterns() {
		return mappings.getHandlerMethods().keySet().stream()
				.filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
				.flatMap(mapping -> mapping.getPatternValues().stream()).filter(pattern -> !NOT_OPENED.contains(pattern))
				.collect(Collectors.toCollection(TreeSet::new));
	}

	private static boolean isAboutVotes(String pattern) {
		return List.of("/vote", "/rolls", "/elections", "/notices").stream().anyMatch(pattern::startsWith);
	}

	/** What all other rooms show to everybody; they know nothing of ballots, and this would find out. */
	private String everythingElse(World world) throws Exception {
		var text = new StringBuilder();
		for (var pattern : patterns().stream().filter(pattern -> !isAboutVotes(pattern)).toList()) {
			for (var visitor : world.visitors.values()) {
				text.append(web.perform(get(world.filled(pattern, world.vote)).with(as(visitor))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
			}
		}
		return text.toString();
	}

	/** By address and visitor: the lines that are only in one of the two worlds. */
	private static Map<String, List<String>> leaks(World one, World two) throws Exception {
		var tokens = new ArrayList<>(one.tokens());
		tokens.addAll(two.tokens());
		var first = one.seen(anyOf(tokens));
		var second = two.seen(anyOf(tokens));
		assertThat(first.keySet()).isEqualTo(second.keySet()).hasSizeGreaterThan(100);
		return first.entrySet().stream().filter(each -> !each.getValue().equals(second.get(each.getKey())))
				.collect(Collectors.toMap(Map.Entry::getKey, each -> difference(each.getValue(), second.get(each.getKey())), (a, b) -> a, TreeMap::new));
	}

	private static List<String> difference(List<String> one, List<String> two) {
		var only = new ArrayList<>(one);
		two.forEach(only::remove);
		var other = new ArrayList<>(two);
		one.forEach(other::remove);
		only.addAll(other);
		return only;
	}

	@Test
	void beforeTheCloseTwoWorldsWithOtherBallotsLookTheSameToEverybody(CapturedOutput output) throws Exception {
		var one = new World(false, ReceiptShows.SHOWS_VOTE);
		var two = new World(false, ReceiptShows.SHOWS_VOTE);
		one.open();
		two.open();
		one.cast(THESE);
		two.cast(OTHERS);
		assertThat(leaks(one, two)).isEmpty();
		// the code that was asked for stands in the address of the answer itself
		assertThat(everythingElse(one)).hasSizeGreaterThan(100_000).doesNotContain(THESE).doesNotContain(one.sheets.subList(1, 4));
		assertThat(EveryTable.holding(db, THESE.toArray(String[]::new))).isEmpty();
		assertThat(output.getAll()).doesNotContain(THESE).doesNotContain(one.sheets);
	}

	@Test
	void inASecretVoteTheSameHoldsForEverWhenTwoOwnersChangePlaces(CapturedOutput output) throws Exception {
		var one = new World(true, ReceiptShows.INCLUSION);
		var two = new World(true, ReceiptShows.INCLUSION);
		one.open();
		two.open();
		one.cast(THESE);
		two.cast(THOSE);
		assertThat(leaks(one, two)).isEmpty();
		one.finish(THESE);
		two.finish(THOSE);
		assertThat(leaks(one, two)).isEmpty();
		assertThat(EveryTable.holding(db, THESE.toArray(String[]::new))).isEmpty();
		assertThat(output.getAll()).doesNotContain(THESE);
	}

	@Test
	void aLeakWouldBeFound() throws Exception {
		var one = new World(false, ReceiptShows.SHOWS_VOTE);
		var two = new World(false, ReceiptShows.SHOWS_VOTE);
		one.open();
		two.open();
		one.cast(THESE);
		two.cast(OTHERS);
		one.finish(THESE);
		two.finish(OTHERS);
		assertThat(leaks(one, two).keySet()).anyMatch(where -> where.equals("anybody /vote/{code}"));
	}
}
