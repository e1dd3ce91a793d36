import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/*
 * Checks the archive of an owners' vote without the software that made it. Needs a JDK 17 or newer and nothing else:
 *
 *     java Verifier.java archive.zip [--anchor seq:hash]... [--key base64]
 *
 * --anchor  a state of the ballot box as it was published while the vote ran (notice, mail, paper): its number and at
 *           least the first 16 characters of its hash. Without anchors from outside nobody can tell an archive from one
 *           that the operator wrote anew and signed again.
 * --key     the public key of the installation as printed on the notice of the assembly.
 *
 * Exit code 0: everything fits. 1: something does not; the first line that does not fit is named first. 2: not started.
 * The file is ASCII, Chinese written as escapes, so that it compiles under every system's encoding.
 */
public final class Verifier {

	static final List<String> FILES = List.of("README.txt", "vote.txt", "roll-lines.txt", "heads.csv", "box.csv", "papers.csv",
			"anchors.csv", "codes.csv", "lots.txt", "reconciliation.csv", "result.txt", "minutes.txt", "manifest.txt", "signature.txt");
	static final int SHORTEST_ANCHOR = 16;
	static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,8}");
	static final Pattern AREA = Pattern.compile("0|[1-9][0-9]{0,17}");
	static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
	static final String CHOICE = "[1-9][0-9]{0,3}=(?:yes|no|abstain|invalid|[1-9][0-9]*(?:,[1-9][0-9]*)*)";
	static final Pattern BALLOT = Pattern.compile(CHOICE + "(?:;" + CHOICE + ")*");
	static final Pattern NAMED_BALLOT = Pattern.compile("[0-9a-f]{16}\\|.*");
	static final Set<String> CHANNELS = Set.of("ONLINE", "PAPER", "PROXY", "HOME");
	static final Set<String> HEAD_KINDS = Set.of("OWNER", "DEVELOPER");
	static final Set<String> CODE_STATES = Set.of("ISSUED", "CAST", "SPOILED", "REVOKED");

	public static void main(String[] args) throws IOException {
		List<String> anchors = new ArrayList<>();
		String archive = null;
		String key = null;
		for (int i = 0; i < args.length; i++) {
			boolean more = i + 1 < args.length;
			if (args[i].equals("--anchor") && more) {
				anchors.add(args[++i]);
			} else if (args[i].equals("--key") && more) {
				key = args[++i];
			} else if (archive == null && !args[i].startsWith("--")) {
				archive = args[i];
			} else {
				archive = null;
				break;
			}
		}
		if (archive == null || !anchors.stream().allMatch(each -> each.matches("[1-9][0-9]{0,17}:[0-9a-f]{16,64}"))) {
			System.err.println("java Verifier.java archive.zip [--anchor seq:hash]... [--key base64]");
			System.exit(2);
		}
		Verifier verifier = new Verifier(Files.readAllBytes(Path.of(archive)), anchors, key);
		List<Misfit> misfits = verifier.run();
		verifier.report(misfits);
		System.exit(misfits.isEmpty() ? 0 : 1);
	}

	private final byte[] zip;
	private final List<String> anchors;
	private final String key;
	private final List<Misfit> misfits = new ArrayList<>();
	private final Map<String, byte[]> files = new LinkedHashMap<>();

	private String file = "";
	private int line;

	private Terms terms;
	/** By number; a head that was corrected away leaves a gap. */
	private Map<Integer, Head> heads;
	private List<Entry> box;
	private List<Ballot> ballots;
	private Map<String, Integer> codeStates;
	private final Map<Integer, Set<Integer>> withdrawn = new HashMap<>();
	private final Map<Integer, List<Integer>> lots = new HashMap<>();
	private List<String> result;
	/** Files that are not what was signed: what is said about them comes first. */
	private final Set<String> changed = new HashSet<>();
	private final List<String> remarks = new ArrayList<>();

	Verifier(byte[] zip, List<String> anchors, String key) {
		this.zip = zip;
		this.anchors = anchors;
		this.key = key;
	}

	/** @param line from 1; 0 where the whole file is meant */
	record Misfit(String file, int line, Say what, List<Object> values) {

		String english() {
			return where("line") + String.format(what.english, values.toArray());
		}

		String chinese() {
			return where("\u884c") + String.format(what.chinese, values.toArray());
		}

		private String where(String word) {
			return file + (line > 0 ? " " + word + " " + line : "") + ": ";
		}
	}

	record Terms(boolean secret, boolean replacing, boolean invalidParticipates, boolean byArea, Instant opens, Instant closes,
			boolean extendable, int units, int heads, BigInteger area, String fingerprint, String headsHash, Gate turnout,
			List<Question> questions) {
	}

	record Gate(String code, int part, int whole, boolean more) {

		boolean reached(BigInteger some, BigInteger of) {
			int compared = some.multiply(BigInteger.valueOf(whole)).compareTo(of.multiply(BigInteger.valueOf(part)));
			return more ? compared > 0 : compared >= 0;
		}

		String written() {
			return code + " " + part + "/" + whole + (more ? " more" : " at-least");
		}
	}

	record Question(int no, boolean election, Gate gate, int seats, int alternates, int most, List<Integer> candidates) {
	}

	record Head(boolean developer, BigInteger area) {
	}

	record Entry(Instant at, String kind, int head, String channel, String payload, String hash) {

		boolean ballot() {
			return kind.equals("CAST") || kind.equals("REPLACED");
		}
	}

	record Ballot(BigInteger area, Map<Integer, String> choices) {
	}

	/** Heads and area side by side. */
	static final class Sum {

		BigInteger area = BigInteger.ZERO;
		int heads;

		void add(BigInteger more) {
			area = area.add(more);
			heads++;
		}

		String written() {
			return "area=" + area + " heads=" + heads;
		}
	}

	/** Ends the check of one file. */
	static final class Stop extends RuntimeException {

		private static final long serialVersionUID = 1;
		final transient Misfit misfit;

		Stop(Misfit misfit) {
			super(null, null, false, false);
			this.misfit = misfit;
		}
	}

	// ---- all checks, the ones that can name a line first

	List<Misfit> run() {
		List<Misfit> container = container();
		if (files.keySet().containsAll(FILES)) {
			check("vote.txt", this::vote);
			if (terms != null) {
				check("roll-lines.txt", this::roll);
				check("heads.csv", this::heads);
				check("box.csv", this::box);
				if (heads != null && box != null) {
					check("papers.csv", this::papers);
				}
				check("codes.csv", this::codes);
				check("lots.txt", this::lots);
				if (misfits.isEmpty()) {
					check("reconciliation.csv", this::reconciliation);
					check("result.txt", this::result);
				}
			}
			check("anchors.csv", this::anchors);
			check("manifest.txt", this::manifest);
			check("signature.txt", this::signature);
		}
		misfits.addAll(container);
		misfits.sort(Comparator.comparing(each -> !changed.contains(each.file())));
		return misfits;
	}

	private void check(String name, Runnable check) {
		file = name;
		line = 0;
		try {
			check.run();
		} catch (Stop stop) {
			misfits.add(stop.misfit);
		} catch (RuntimeException | StackOverflowError unreadable) {
			misfits.add(new Misfit(file, line, Say.UNREADABLE, List.of(String.valueOf(unreadable.getMessage()))));
		}
	}

	private void hold(boolean fits, Say otherwise, Object... values) {
		if (!fits) {
			throw new Stop(new Misfit(file, line, otherwise, List.of(values)));
		}
	}

	private void same(Object expected, Object found, Say otherwise) {
		hold(expected.equals(found), otherwise, expected, found);
	}

	// ---- the container: entries stored one after the other, and not a byte that does not follow from them

	private List<Misfit> container() {
		int at = 0;
		try {
			for (String name : FILES) {
				int size = (int) number(at + 18, 4);
				int data = at + 30 + name.length();
				if (number(at, 4) != 0x04034b50L || number(at + 22, 4) != size || number(at + 26, 4) != name.length()
						|| !new String(zip, at + 30, name.length(), StandardCharsets.UTF_8).equals(name)) {
					return List.of(new Misfit(name, 0, Say.ENTRIES, List.of(at)));
				}
				files.put(name, Arrays.copyOfRange(zip, data, checked(data, size)));
				at = data + size;
			}
		} catch (RuntimeException cut) {
			return List.of(new Misfit(FILES.get(files.size()), 0, Say.ENTRIES, List.of(at)));
		}
		int differs = Arrays.mismatch(zipped(), zip);
		return differs < 0 ? List.of() : List.of(new Misfit(entryAt(differs), 0, Say.CONTAINER, List.of(differs)));
	}

	private int checked(int data, int size) {
		if (size < 0 || data > zip.length - size) {
			throw new IllegalArgumentException();
		}
		return data + size;
	}

	private long number(int at, int bytes) {
		long number = 0;
		for (int i = bytes - 1; i >= 0; i--) {
			number = number << 8 | zip[at + i] & 0xff;
		}
		return number;
	}

	private String entryAt(int offset) {
		int end = 0;
		for (Map.Entry<String, byte[]> each : files.entrySet()) {
			end += 30 + each.getKey().length() + each.getValue().length;
			if (offset < end) {
				return each.getKey();
			}
		}
		return "archive.zip";
	}

	private byte[] zipped() {
		Bytes body = new Bytes();
		Bytes directory = new Bytes();
		for (Map.Entry<String, byte[]> each : files.entrySet()) {
			byte[] name = each.getKey().getBytes(StandardCharsets.UTF_8);
			int start = body.size();
			body.put(4, 0x04034b50L).common(each.getValue(), name.length).writeBytes(name);
			body.writeBytes(each.getValue());
			directory.put(4, 0x02014b50L).put(2, 10).common(each.getValue(), name.length).put(2, 0).put(2, 0).put(2, 0).put(4, 0)
					.put(4, start).writeBytes(name);
		}
		int start = body.size();
		body.writeBytes(directory.toByteArray());
		body.put(4, 0x06054b50L).put(4, 0).put(2, files.size()).put(2, files.size()).put(4, directory.size()).put(4, start).put(2, 0);
		return body.toByteArray();
	}

	static final class Bytes extends ByteArrayOutputStream {

		Bytes put(int bytes, long number) {
			for (int i = 0; i < bytes; i++) {
				write((int) (number >>> 8 * i));
			}
			return this;
		}

		/** What both headers of an entry have: version 1.0, UTF-8 names, stored, 2 January 1980. */
		Bytes common(byte[] data, int nameLength) {
			CRC32 crc = new CRC32();
			crc.update(data);
			return put(2, 10).put(2, 0x800).put(2, 0).put(2, 0).put(2, 0x22).put(4, crc.getValue()).put(4, data.length)
					.put(4, data.length).put(2, nameLength).put(2, 0);
		}
	}

	// ---- what was voted on, and by which rules

	private List<String> lines(String name) {
		String text = text(name);
		hold(text.isEmpty() || text.endsWith("\n"), Say.LAST_LINE);
		return text.isEmpty() ? List.of() : Arrays.asList(text.substring(0, text.length() - 1).split("\n", -1));
	}

	private String text(String name) {
		byte[] bytes = files.get(name);
		String text = new String(bytes, StandardCharsets.UTF_8);
		hold(Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8)), Say.NOT_UTF8);
		return text;
	}

	private List<String> keyed;

	private String value(String name) {
		hold(line < keyed.size(), Say.MISSING_LINE, name);
		String found = keyed.get(line++);
		hold(found.startsWith(name + "="), Say.MISSING_LINE, name);
		return found.substring(name.length() + 1);
	}

	private boolean flag(String name) {
		return oneOf(name, "false", "true").equals("true");
	}

	private String oneOf(String name, String... known) {
		String value = value(name);
		hold(Arrays.asList(known).contains(value), Say.UNKNOWN_VALUE, value);
		return value;
	}

	private int whole(String text) {
		hold(WHOLE.matcher(text).matches(), Say.NO_NUMBER, text);
		return Integer.parseInt(text);
	}

	private BigInteger area(String text) {
		hold(AREA.matcher(text).matches(), Say.NO_NUMBER, text);
		return new BigInteger(text);
	}

	private Instant instant(String text) {
		Instant instant = Instant.parse(text);
		same(instant.toString(), text, Say.NO_NUMBER);
		return instant;
	}

	private String hash(String text) {
		hold(HASH.matcher(text).matches(), Say.NO_HASH, text);
		return text;
	}

	private void vote() {
		keyed = lines("vote.txt");
		same("cuobian-vote-1", value("format"), Say.INSTEAD);
		List.of("vote", "title", "place", "roll").forEach(this::value);
		String fingerprint = hash(value("fingerprint"));
		int units = whole(value("units"));
		int headCount = whole(value("heads"));
		BigInteger area = area(value("area"));
		String headsHash = hash(value("heads-sha256"));
		boolean secret = oneOf("openness", "REAL_NAME", "SECRET").equals("SECRET");
		boolean replacing = flag("replacing");
		boolean invalid = flag("invalid-participates");
		oneOf("receipt", "INCLUSION", "SHOWS_VOTE");
		whole(value("proxy-cap"));
		boolean byArea = oneOf("tie", "AREA", "LOT").equals("AREA");
		Instant opens = instant(value("opens"));
		Instant closes = instant(value("closes"));
		hold(opens.isBefore(closes), Say.WINDOW);
		Terms found = new Terms(secret, replacing, invalid, byArea, opens, closes, flag("extendable"), units, headCount, area,
				fingerprint, headsHash, gate("turnout"), new ArrayList<>());
		while (line < keyed.size()) {
			found.questions().add(question(found.questions().size() + 1));
		}
		hold(!found.questions().isEmpty(), Say.MISSING_LINE, "question.1.item");
		terms = found;
	}

	/** The shares of Civil Code 278 and 279, as this file knows them. */
	private Gate gate(String name) {
		String value = value(name);
		for (Gate gate : List.of(new Gate("PARTICIPATION", 2, 3, false), new Gate("ORDINARY", 1, 2, true),
				new Gate("MAJOR", 3, 4, false), new Gate("UNANIMOUS", 1, 1, false))) {
			if (gate.written().equals(value) && gate.code().equals("PARTICIPATION") == name.equals("turnout")) {
				return gate;
			}
		}
		throw new Stop(new Misfit(file, line, Say.GATE, List.of(value)));
	}

	private Question question(int no) {
		String start = "question." + no + ".";
		int item = whole(value(start + "item"));
		hold(item >= 1 && item <= 9 || item == 279, Say.UNKNOWN_VALUE, item);
		Gate gate = gate(start + "gate");
		same(item >= 6 && item <= 8 ? "MAJOR" : item == 279 ? "UNANIMOUS" : "ORDINARY", gate.code(), Say.INSTEAD);
		int seats = whole(value(start + "seats"));
		int alternates = whole(value(start + "alternates"));
		int most = whole(value(start + "most"));
		value(start + "words");
		Map<Integer, Boolean> candidates = candidates(start + "candidate.");
		hold(seats > 0 == most > 0 && seats > 0 == !candidates.isEmpty(), Say.QUESTION);
		List<Integer> standing = new ArrayList<>(candidates.keySet());
		standing.removeIf(candidates::get);
		return new Question(no, seats > 0, gate, seats, alternates, most, standing);
	}

	/** By number: whether he had withdrawn before the box was opened. */
	private Map<Integer, Boolean> candidates(String start) {
		Map<Integer, Boolean> candidates = new TreeMap<>();
		while (line < keyed.size() && keyed.get(line).startsWith(start)) {
			String number = keyed.get(line).substring(start.length()).split("=", 2)[0];
			line++;
			boolean gone = number.endsWith(".withdrawn");
			same(candidates.size() + 1, whole(gone ? number.substring(0, number.indexOf('.')) : number), Say.INSTEAD);
			candidates.put(candidates.size() + 1, gone);
		}
		return candidates;
	}

	// ---- the roll

	private void roll() {
		List<String> units = lines("roll-lines.txt");
		for (String unit : units) {
			line++;
			hash(unit);
		}
		line = 0;
		hold(terms.units() <= units.size(), Say.UNITS, terms.units(), units.size());
		same(terms.fingerprint(), sha256(files.get("roll-lines.txt")), Say.FINGERPRINT);
	}

	private void heads() {
		Map<Integer, Head> found = new TreeMap<>();
		BigInteger area = BigInteger.ZERO;
		int developers = 0;
		int before = 0;
		for (List<String> row : rows("heads.csv", "head,kind,area,units")) {
			line++;
			int head = whole(row.get(0));
			hold(head > before, Say.ORDER);
			before = head;
			hold(HEAD_KINDS.contains(row.get(1)), Say.UNKNOWN_VALUE, row.get(1));
			boolean developer = row.get(1).equals("DEVELOPER");
			hold(!developer || ++developers == 1, Say.TWO_DEVELOPERS);
			found.put(head, new Head(developer, area(row.get(2))));
			whole(row.get(3));
			area = area.add(found.get(head).area());
		}
		line = 0;
		same(terms.heads(), found.size(), Say.HEADS);
		same(terms.area(), area, Say.AREA);
		same(terms.headsHash(), sha256(files.get("heads.csv")), Say.HEADS_HASH);
		heads = found;
	}

	// ---- the ballot box: a chain from the fingerprint of the roll to the close

	private void box() {
		List<Entry> found = new ArrayList<>();
		String before = terms.fingerprint();
		Instant last = Instant.MIN;
		Instant closes = terms.closes();
		Set<Integer> voted = new HashSet<>();
		List<List<String>> rows = rows("box.csv", "seq,at,kind,head,channel,payload,hash");
		for (List<String> row : rows) {
			line++;
			same(String.valueOf(line - 1), row.get(0), Say.GAP);
			String text = before + "\n" + String.join("\n", row.subList(0, 6));
			same(sha256(text.getBytes(StandardCharsets.UTF_8)), row.get(6), Say.CHAIN);
			Entry entry = new Entry(instant(row.get(1)), row.get(2), row.get(3).equals("-") ? 0 : whole(row.get(3)), row.get(4),
					row.get(5), row.get(6));
			hold(!entry.at().isBefore(last), Say.TIME_BACK);
			hold(entry.kind().equals("OPENED") == (line == 2), Say.NOT_THERE, entry.kind());
			hold(entry.kind().equals("CLOSED") == (line == rows.size() + 1), Say.NOT_THERE, entry.kind());
			if (entry.kind().equals("EXTENDED")) {
				Instant until = instant(entry.payload().split("\\|", 2)[0]);
				hold(terms.extendable() && until.isAfter(closes), Say.NOT_EXTENDABLE);
				closes = until;
			}
			entry(entry, closes, voted);
			found.add(entry);
			last = entry.at();
			before = entry.hash();
		}
		hold(!found.isEmpty(), Say.MISSING_LINE, "OPENED");
		box = found;
	}

	private void entry(Entry entry, Instant closes, Set<Integer> voted) {
		switch (entry.kind()) {
			case "OPENED" -> same(sha256(files.get("vote.txt")), entry.payload(), Say.OPENING);
			case "EXTENDED" -> hold(entry.head() == 0, Say.UNKNOWN_VALUE, entry.head());
			case "WITHDRAWN" -> withdraw(entry.payload());
			case "CLOSED" -> {
				if (terms.secret()) {
					same(sha256(files.get("papers.csv")), entry.payload(), Say.CLOSING);
				}
			}
			case "RECEIVED" -> {
				handedIn(entry);
				inTime(entry, closes);
				received.add(entry.head());
			}
			case "CAST", "REPLACED" -> {
				handedIn(entry);
				if (entry.channel().equals("ONLINE") || !received.remove(entry.head())) {
					inTime(entry, closes);
				}
				hold(voted.add(entry.head()) == entry.kind().equals("CAST"), Say.TWICE, entry.head());
				hold(entry.kind().equals("CAST") || terms.replacing(), Say.NO_REPLACING);
				hold(terms.secret() == entry.payload().equals("-"), Say.SECRECY);
			}
			default -> hold(false, Say.UNKNOWN_VALUE, entry.kind());
		}
	}

	/** A paper that was handed in within the window may be read a second time after its end. */
	private final Set<Integer> received = new HashSet<>();

	private void handedIn(Entry entry) {
		hold(heads == null || heads.containsKey(entry.head()), Say.NO_HEAD, entry.head());
		hold(CHANNELS.contains(entry.channel()), Say.UNKNOWN_VALUE, entry.channel());
	}

	private void inTime(Entry entry, Instant closes) {
		hold(!entry.at().isBefore(terms.opens()) && entry.at().isBefore(closes), Say.LATE, entry.at(), terms.opens(), closes);
	}

	/** question.candidate|words */
	private void withdraw(String payload) {
		hold(payload.matches("[1-9][0-9]{0,3}\\.[1-9][0-9]{0,6}\\|.*"), Say.UNKNOWN_VALUE, payload);
		String[] parts = payload.substring(0, payload.indexOf('|')).split("\\.");
		hold(asked(whole(parts[0])).candidates().contains(whole(parts[1])), Say.UNKNOWN_VALUE, parts[1]);
		withdrawn.computeIfAbsent(whole(parts[0]), none -> new TreeSet<>()).add(whole(parts[1]));
	}

	private void papers() {
		List<List<String>> rows = rows("papers.csv", "paper,area,choices");
		hold(terms.secret() || rows.isEmpty(), Say.SECRECY);
		ballots = terms.secret() ? secretBallots(rows) : namedBallots();
	}

	private List<Ballot> secretBallots(List<List<String>> rows) {
		List<Ballot> found = new ArrayList<>();
		List<BigInteger> areas = new ArrayList<>();
		String before = "";
		for (List<String> row : rows) {
			line++;
			hold(before.compareTo(row.get(0)) < 0, Say.ORDER);
			before = row.get(0);
			areas.add(area(row.get(1)));
			found.add(new Ballot(area(row.get(1)), choices(row.get(2))));
		}
		line = 0;
		List<BigInteger> voted = new ArrayList<>();
		box.stream().filter(entry -> entry.kind().equals("CAST")).forEach(entry -> voted.add(heads.get(entry.head()).area()));
		same(voted.size(), areas.size(), Say.PAPERS);
		Collections.sort(voted);
		Collections.sort(areas);
		hold(voted.equals(areas), Say.PAPER_AREAS);
		return found;
	}

	/** The last ballot of each head. */
	private List<Ballot> namedBallots() {
		file = "box.csv";
		line = 1;
		Map<Integer, Ballot> last = new TreeMap<>();
		for (Entry entry : box) {
			line++;
			if (entry.ballot()) {
				hold(NAMED_BALLOT.matcher(entry.payload()).matches(), Say.BALLOT, entry.payload());
				last.put(entry.head(), new Ballot(heads.get(entry.head()).area(), choices(entry.payload().substring(17))));
			}
		}
		return new ArrayList<>(last.values());
	}

	/** 1=yes;2=3,5,7 */
	private Map<Integer, String> choices(String text) {
		hold(BALLOT.matcher(text).matches(), Say.BALLOT, text);
		Map<Integer, String> choices = new TreeMap<>();
		int before = 0;
		for (String answer : text.split(";")) {
			int question = whole(answer.substring(0, answer.indexOf('=')));
			hold(before < question && question <= terms.questions().size(), Say.BALLOT, text);
			before = question;
			choices.put(question, answer.substring(answer.indexOf('=') + 1));
		}
		return choices;
	}

	// ---- codes, lots, reconciliation

	private void codes() {
		Map<String, Integer> found = new TreeMap<>();
		String before = "";
		for (List<String> row : rows("codes.csv", "serial,state")) {
			line++;
			hold(before.compareTo(row.get(0)) < 0, Say.ORDER);
			before = row.get(0);
			hold(CODE_STATES.contains(row.get(1)), Say.UNKNOWN_VALUE, row.get(1));
			found.merge(row.get(1), 1, Integer::sum);
		}
		codeStates = found;
	}

	/** question:candidates in the order in which lots were drawn */
	private void lots() {
		for (String each : lines("lots.txt")) {
			line++;
			hold(each.matches("[1-9][0-9]{0,3}:[1-9][0-9]{0,6}(,[1-9][0-9]{0,6})*"), Say.UNKNOWN_VALUE, each);
			String[] parts = each.split(":");
			List<Integer> drawn = new ArrayList<>();
			for (String candidate : parts[1].split(",")) {
				drawn.add(whole(candidate));
			}
			lots.put(asked(whole(parts[0])).no(), drawn);
		}
	}

	private Question asked(int no) {
		hold(no <= terms.questions().size(), Say.UNKNOWN_VALUE, no);
		return terms.questions().get(no - 1);
	}

	/** issued = cast + spoiled + unused, and both against what is in the box; what differs needs an explanation. */
	private void reconciliation() {
		List<List<String>> rows = rows("reconciliation.csv", "kind,issued,cast,spoiled,unused,explanation");
		same(2, rows.size(), Say.INSTEAD);
		for (List<String> row : rows) {
			line++;
			same(line == 2 ? "CODE" : "PAPER", row.get(0), Say.INSTEAD);
			int sum = whole(row.get(2)) + whole(row.get(3)) + whole(row.get(4));
			boolean fits = whole(row.get(1)) == sum && whole(row.get(2)) == (line == 2 ? state("CAST") : onPaper());
			if (line == 2) {
				fits &= state("CAST") == box.stream().filter(entry -> entry.kind().equals("CAST")).count();
				fits &= sum == codeStates.values().stream().mapToInt(Integer::intValue).sum()
						&& whole(row.get(3)) == state("SPOILED") + state("REVOKED") && whole(row.get(4)) == state("ISSUED");
				hold(fits, Say.RECONCILIATION, row);
			}
			hold(fits || !row.get(5).isBlank(), Say.RECONCILIATION, row);
			if (!fits) {
				remarks.add(String.format(Say.EXPLAINED.english, row) + "\n" + String.format(Say.EXPLAINED.chinese, row));
			}
		}
	}

	private int state(String state) {
		return codeStates.getOrDefault(state, 0);
	}

	/** Sheets in the boxes: what was not cast on a screen. */
	private int onPaper() {
		return (int) box.stream().filter(entry -> entry.ballot() && !entry.channel().equals("ONLINE")).count();
	}

	// ---- the tally, counted here once more

	private void result() {
		List<String> counted = new ArrayList<>();
		Sum all = new Sum();
		heads.values().forEach(head -> all.add(head.area()));
		counted.add("all " + all.written());
		terms.questions().forEach(question -> count(question, all, counted));
		List<String> found = lines("result.txt");
		for (int i = 0; i < Math.max(counted.size(), found.size()); i++) {
			line = i + 1;
			same(i < counted.size() ? counted.get(i) : "", i < found.size() ? found.get(i) : "", Say.RESULT);
		}
		result = counted;
	}

	private void count(Question question, Sum all, List<String> to) {
		Sum part = new Sum();
		Map<String, Sum> said = new HashMap<>();
		for (Ballot ballot : ballots) {
			String choice = valid(question, ballot.choices().getOrDefault(question.no(), "abstain"));
			if (!choice.equals("invalid") || terms.invalidParticipates()) {
				part.add(ballot.area());
			}
			for (String each : choice.split(",")) {
				said.computeIfAbsent(each, none -> new Sum()).add(ballot.area());
			}
		}
		boolean quorum = reached(terms.turnout(), part, all).equals("area=true heads=true");
		String start = "question " + question.no() + (question.election() ? " seats=" + question.seats() + " alternates="
				+ question.alternates() : " motion") + " gate=" + question.gate().code();
		to.addAll(List.of(start, "participating " + part.written(), "abstain " + of(said, "abstain").written(),
				"invalid " + of(said, "invalid").written()));
		if (question.election()) {
			to.add("turnout " + reached(terms.turnout(), part, all));
			election(question, part, said, quorum, to);
		} else {
			motion(question, question.gate().code().equals("UNANIMOUS") ? all : part, said, reached(terms.turnout(), part, all), to);
		}
	}

	private String valid(Question question, String choice) {
		boolean named = Character.isDigit(choice.charAt(0));
		boolean fits = named ? question.election() && choice.split(",").length <= question.most()
				: !question.election() || choice.equals("abstain");
		return fits ? choice : "invalid";
	}

	private static Sum of(Map<String, Sum> said, String word) {
		return said.getOrDefault(word, new Sum());
	}

	private static String reached(Gate gate, Sum some, Sum of) {
		return "area=" + gate.reached(some.area, of.area) + " heads="
				+ gate.reached(BigInteger.valueOf(some.heads), BigInteger.valueOf(of.heads));
	}

	private void motion(Question question, Sum of, Map<String, Sum> said, String turnout, List<String> to) {
		String approval = reached(question.gate(), of(said, "yes"), of);
		boolean quorum = turnout.equals("area=true heads=true");
		to.addAll(List.of("yes " + of(said, "yes").written(), "no " + of(said, "no").written(), "turnout " + turnout,
				"approval " + approval, "outcome " + (!quorum ? "no-quorum" : approval.equals("area=true heads=true") ? "passed" : "failed")));
	}

	/** Whoever has the majority by votes; equal ones at the border of seats or alternates are tied. */
	private void election(Question question, Sum part, Map<String, Sum> said, boolean quorum, List<String> to) {
		List<Integer> standing = new ArrayList<>(question.candidates());
		standing.removeAll(withdrawn.getOrDefault(question.no(), Set.of()));
		Map<Integer, String> majority = new HashMap<>();
		standing.forEach(each -> majority.put(each, reached(question.gate(), of(said, "" + each), part)));
		List<Integer> lot = lots.getOrDefault(question.no(), List.of());
		Comparator<Integer> rank = Comparator.comparing((Integer each) -> majority.get(each).equals("area=true heads=true") ? 0 : 1)
				.thenComparing(each -> -of(said, "" + each).heads);
		if (terms.byArea()) {
			rank = rank.thenComparing(each -> of(said, "" + each).area.negate());
		}
		rank = rank.thenComparing(each -> lot.contains(each) ? lot.indexOf(each) : lot.size());
		standing.sort(rank.thenComparing(Comparator.naturalOrder()));
		boolean tied = false;
		for (int candidate : standing) {
			int first = 0;
			int last = standing.size() - 1;
			while (rank.compare(standing.get(first), candidate) != 0) {
				first++;
			}
			while (rank.compare(standing.get(last), candidate) != 0) {
				last--;
			}
			String place = place(question, first).equals(place(question, last)) ? place(question, first) : "tied";
			place = quorum && majority.get(candidate).equals("area=true heads=true") ? place : "not-elected";
			tied |= place.equals("tied");
			to.add("candidate " + candidate + " " + of(said, "" + candidate).written() + " majority " + majority.get(candidate) + " " + place);
		}
		to.add("outcome " + (!quorum ? "no-quorum" : tied ? "tied" : "decided"));
	}

	private static String place(Question question, int rank) {
		return rank < question.seats() ? "elected" : rank < question.seats() + question.alternates() ? "alternate" : "not-elected";
	}

	// ---- anchors, manifest, signature

	private void anchors() {
		for (List<String> row : rows("anchors.csv", "seq,hash,at")) {
			line++;
			instant(row.get(2));
			anchor(row.get(0), hash(row.get(1)), Say.ANCHOR);
		}
		file = "box.csv";
		for (String published : anchors) {
			line = 0;
			anchor(published.substring(0, published.indexOf(':')), published.substring(published.indexOf(':') + 1), Say.PUBLISHED);
		}
	}

	private void anchor(String seq, String hash, Say otherwise) {
		if (box == null) {
			return;
		}
		hold(seq.matches("[1-9][0-9]{0,17}"), Say.NO_NUMBER, seq);
		long number = Long.parseLong(seq);
		hold(number <= box.size(), Say.CUT, number, box.size());
		if (otherwise == Say.PUBLISHED) {
			line = (int) number + 1;
		}
		String found = box.get((int) number - 1).hash();
		hold(hash.length() >= SHORTEST_ANCHOR && found.startsWith(hash), otherwise, number, hash, found);
	}

	/** Under a good signature the file was changed; else the manifest may be what was. */
	private void manifest() {
		boolean signed = signed();
		List<String> found = lines("manifest.txt");
		for (String name : FILES.subList(0, FILES.indexOf("manifest.txt"))) {
			line++;
			String expected = sha256(files.get(name)) + "  " + name;
			if (line > found.size() || !found.get(line - 1).equals(expected)) {
				changed.add(signed ? name : "manifest.txt");
				misfits.add(signed ? new Misfit(name, 0, Say.CHANGED, List.of(line)) : new Misfit(file, line, Say.MANIFEST, List.of(name)));
			}
		}
		line = 0;
		same(FILES.indexOf("manifest.txt"), found.size(), Say.INSTEAD);
	}

	private void signature() {
		keyed = lines("signature.txt");
		same("Ed25519", value("algorithm"), Say.INSTEAD);
		String publicKey = base64(value("public-key"));
		base64(value("signature"));
		same(keyed.size(), line, Say.INSTEAD);
		hold(signed(), Say.SIGNATURE);
		line = 2;
		hold(key == null || key.equals(publicKey), Say.OTHER_KEY, publicKey);
	}

	private String base64(String text) {
		hold(Base64.getEncoder().encodeToString(Base64.getDecoder().decode(text)).equals(text), Say.UNKNOWN_VALUE, text);
		return text;
	}

	private boolean signed() {
		try {
			String[] lines = new String(files.get("signature.txt"), StandardCharsets.UTF_8).split("\n");
			byte[] key = Base64.getDecoder().decode(lines[1].substring("public-key=".length()));
			PublicKey reader = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key));
			Signature check = Signature.getInstance("Ed25519");
			check.initVerify(reader);
			check.update(files.get("manifest.txt"));
			return check.verify(Base64.getDecoder().decode(lines[2].substring("signature=".length())));
		} catch (GeneralSecurityException | RuntimeException e) {
			return false;
		}
	}

	private static String sha256(byte[] bytes) {
		try {
			StringBuilder hex = new StringBuilder();
			for (byte each : MessageDigest.getInstance("SHA-256").digest(bytes)) {
				hex.append(Character.forDigit(each >> 4 & 15, 16)).append(Character.forDigit(each & 15, 16));
			}
			return hex.toString();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	// ---- lines of values: a value with a comma or a quotation mark stands in quotation marks

	private List<List<String>> rows(String name, String header) {
		List<String> lines = lines(name);
		line = 1;
		hold(!lines.isEmpty(), Say.MISSING_LINE, header);
		same(header, lines.get(0), Say.INSTEAD);
		int width = header.split(",").length;
		List<List<String>> rows = new ArrayList<>();
		for (String each : lines.subList(1, lines.size())) {
			line++;
			List<String> row = row(each);
			same(width, row.size(), Say.WIDTH);
			rows.add(row);
		}
		line = 1;
		return rows;
	}

	private List<String> row(String text) {
		List<String> row = new ArrayList<>();
		StringBuilder value = new StringBuilder();
		StringBuilder anew = new StringBuilder();
		boolean quoted = false;
		for (char each : (text + ",").toCharArray()) {
			if (each == '"') {
				quoted = !quoted;
			}
			if (each == ',' && !quoted) {
				String plain = value.toString();
				plain = plain.startsWith("\"") ? plain.substring(1, plain.length() - 1).replace("\"\"", "\"") : plain;
				row.add(plain);
				anew.append(plain.indexOf(',') < 0 && plain.indexOf('"') < 0 ? plain : "\"" + plain.replace("\"", "\"\"") + "\"").append(',');
				value.setLength(0);
			} else {
				value.append(each);
			}
		}
		hold(anew.toString().equals(text + ","), Say.QUOTES);
		return row;
	}

	// ---- what is said, in English and in Chinese

	private void report(List<Misfit> misfits) {
		if (misfits.isEmpty()) {
			result.forEach(System.out::println);
			remarks.forEach(System.out::println);
			System.out.println(Say.KEY.english + " " + keyed.get(1));
			System.out.println(anchors.isEmpty() ? Say.NO_ANCHOR.english + "\n" + Say.NO_ANCHOR.chinese : "");
			System.out.println(Say.FITS.english + "\n" + Say.FITS.chinese);
			return;
		}
		System.out.println(Say.MISFITS.english + "\n" + Say.MISFITS.chinese);
		for (Misfit misfit : misfits) {
			System.out.println("- " + misfit.english() + "\n  " + misfit.chinese());
		}
	}

	enum Say {
		FITS("EVERYTHING FITS.", "\u5168\u90e8\u76f8\u7b26\u3002"),
		MISFITS("DOES NOT FIT. The first thing named is where to look:", "\u4e0d\u76f8\u7b26\u3002\u8bf7\u5148\u770b\u7b2c\u4e00\u6761\uff1a"),
		KEY("Signed with the key (compare it with the notice):", "\u7b7e\u540d\u516c\u94a5\uff08\u8bf7\u4e0e\u516c\u544a\u6838\u5bf9\uff09:"),
		NO_ANCHOR("Checked without published anchors: give those of the notices with --anchor.",
				"\u672a\u4f7f\u7528\u5df2\u516c\u5e03\u7684\u951a\u70b9\u6838\u5bf9\uff1a\u8bf7\u7528 --anchor \u586b\u5165\u516c\u544a\u4e0a\u7684\u951a\u70b9\u3002"),
		EXPLAINED("Reconciliation: a difference with an explanation on record: %s", "\u5bf9\u8d26\uff1a\u6709\u5dee\u989d\uff0c\u5df2\u8bb0\u8f7d\u8bf4\u660e\uff1a%s"),
		CONTAINER("the container was changed (byte %s)", "\u538b\u7f29\u5305\u88ab\u6539\u52a8\uff08\u7b2c %s \u5b57\u8282\uff09"),
		ENTRIES("the file is missing, in another place or cut off (byte %s)", "\u6587\u4ef6\u7f3a\u5931\u3001\u4f4d\u7f6e\u4e0d\u5bf9\u6216\u4e0d\u5b8c\u6574\uff08\u7b2c %s \u5b57\u8282\uff09"),
		UNREADABLE("cannot be read: %s", "\u65e0\u6cd5\u8bfb\u53d6\uff1a%s"),
		NOT_UTF8("is not UTF-8 text", "\u4e0d\u662f UTF-8 \u6587\u672c"),
		LAST_LINE("the last line does not end", "\u6700\u540e\u4e00\u884c\u6ca1\u6709\u7ed3\u675f"),
		MISSING_LINE("%s is missing here", "\u6b64\u5904\u7f3a\u5c11 %s"),
		UNKNOWN_VALUE("%s cannot stand here", "\u6b64\u5904\u4e0d\u5e94\u51fa\u73b0 %s"),
		INSTEAD("should be %s, is %s", "\u5e94\u4e3a %s\uff0c\u5b9e\u4e3a %s"),
		NO_NUMBER("%s is not a number or time as it is written", "%s \u4e0d\u662f\u89c4\u8303\u7684\u6570\u5b57\u6216\u65f6\u95f4"),
		NO_HASH("%s is not a SHA-256 hash", "%s \u4e0d\u662f SHA-256 \u503c"),
		WINDOW("the vote closes before it opens", "\u622a\u6b62\u65f6\u95f4\u65e9\u4e8e\u5f00\u59cb\u65f6\u95f4"),
		GATE("%s is no threshold of Civil Code 278 or 279", "%s \u4e0d\u662f\u6c11\u6cd5\u5178\u7b2c278\u3001279\u6761\u7684\u95e8\u69db"),
		ORDER("not in order, or there twice", "\u987a\u5e8f\u4e0d\u5bf9\u6216\u91cd\u590d"),
		QUESTION("seats, candidates and kind of the question do not go together", "\u5e2d\u4f4d\u3001\u5019\u9009\u4eba\u4e0e\u4e8b\u9879\u7c7b\u578b\u4e0d\u4e00\u81f4"),
		UNITS("the roll has %s units that count, here are only %s", "\u540d\u518c\u8ba1\u7968\u623f\u5c4b\u5171 %s \u5957\uff0c\u6b64\u5904\u53ea\u6709 %s \u884c"),
		FINGERPRINT("the fingerprint of the roll is %s, these lines give %s", "\u540d\u518c\u6307\u7eb9\u4e3a %s\uff0c\u7531\u5404\u884c\u7b97\u5f97 %s"),
		TWO_DEVELOPERS("the developer is one head, and here is a second", "\u5efa\u8bbe\u5355\u4f4d\u53ea\u8ba1\u4e00\u4eba\uff0c\u6b64\u5904\u51fa\u73b0\u7b2c\u4e8c\u4e2a"),
		HEADS("the roll has %s heads, here are %s", "\u540d\u518c\u5171 %s \u4eba\uff0c\u6b64\u5904 %s \u884c"),
		AREA("the roll has an area of %s, these lines add up to %s (0.01 m2)", "\u540d\u518c\u603b\u9762\u79ef %s\uff0c\u5404\u884c\u5408\u8ba1 %s\uff08\u5355\u4f4d 0.01 \u5e73\u65b9\u7c73\uff09"),
		HEADS_HASH("the opening of the box promised %s, the lines give %s", "\u5f00\u7bb1\u65f6\u9501\u5b9a\u7684\u662f %s\uff0c\u7531\u5404\u884c\u7b97\u5f97 %s"),
		GAP("should be entry %s, is %s: an entry is missing, added or moved", "\u5e94\u4e3a\u7b2c %s \u6761\uff0c\u5b9e\u4e3a %s\uff1a\u6709\u7f3a\u5931\u3001\u6dfb\u52a0\u6216\u79fb\u52a8"),
		CHAIN("the hash should be %s, is %s: this line or one before it was changed", "\u94fe\u503c\u5e94\u4e3a %s\uff0c\u5b9e\u4e3a %s\uff1a\u672c\u884c\u6216\u4e4b\u524d\u7684\u884c\u88ab\u6539\u52a8"),
		TIME_BACK("is earlier than the line before", "\u65f6\u95f4\u65e9\u4e8e\u4e0a\u4e00\u884c"),
		NOT_THERE("%s cannot be in this place", "%s \u4e0d\u5e94\u5728\u6b64\u4f4d\u7f6e"),
		NOT_EXTENDABLE("the notice allowed no extension, or this is none", "\u516c\u544a\u672a\u5141\u8bb8\u5ef6\u671f\uff0c\u6216\u5e76\u975e\u5ef6\u671f"),
		OPENING("the box was opened for %s, vote.txt gives %s", "\u7531 vote.txt \u7b97\u5f97 %s\uff0c\u5f00\u7bb1\u8bb0\u8f7d %s"),
		CLOSING("papers.csv gives %s, the close promised %s", "\u7531 papers.csv \u7b97\u5f97 %s\uff0c\u5c01\u7bb1\u8bb0\u8f7d %s"),
		NO_HEAD("head %s is not on the roll", "\u540d\u518c\u4e2d\u6ca1\u6709\u7b2c %s \u53f7"),
		LATE("%s is outside the window from %s to %s", "%s \u4e0d\u5728\u8868\u51b3\u671f %s \u81f3 %s \u4e4b\u5185"),
		TWICE("head %s: one vote per head, or nothing to replace", "\u7b2c %s \u53f7\uff1a\u4e00\u4eba\u4e00\u7968\uff0c\u6216\u65e0\u7968\u53ef\u6362"),
		NO_REPLACING("the rules allow no second ballot", "\u89c4\u5219\u4e0d\u5141\u8bb8\u518d\u6b21\u6295\u7968\u66ff\u6362"),
		SECRECY("names and choices stand together in a secret vote, or apart in a real-name one", "\u65e0\u8bb0\u540d\u8868\u51b3\u4e2d\u51fa\u73b0\u6295\u7968\u4eba\u4e0e\u9009\u62e9\u7684\u5bf9\u5e94\uff0c\u6216\u8bb0\u540d\u8868\u51b3\u4e2d\u7f3a\u5c11\u5bf9\u5e94"),
		PAPERS("%s heads voted, here are %s ballots", "\u5171 %s \u4eba\u6295\u7968\uff0c\u6b64\u5904 %s \u5f20\u7968"),
		PAPER_AREAS("the areas of the ballots are not the areas of those who voted", "\u7968\u9762\u9762\u79ef\u4e0e\u6295\u7968\u4eba\u9762\u79ef\u4e0d\u4e00\u81f4"),
		BALLOT("not a ballot: %s", "\u4e0d\u662f\u6709\u6548\u7684\u7968\u9762\u8bb0\u5f55\uff1a%s"),
		RECONCILIATION("issued = cast + spoiled + unused does not hold, or not against box and codes, and nothing explains it: %s",
				"\u53d1\u51fa = \u6295\u51fa + \u4f5c\u5e9f + \u672a\u7528 \u4e0d\u6210\u7acb\uff0c\u6216\u4e0e\u7968\u7bb1\u3001\u7f16\u53f7\u4e0d\u7b26\uff0c\u4e14\u65e0\u8bf4\u660e\uff1a%s"),
		RESULT("counted again: \"%s\"; the archive says \"%s\"", "\u91cd\u65b0\u8ba1\u7968\u5f97\u201c%s\u201d\uff0c\u6863\u6848\u8bb0\u4e3a\u201c%s\u201d"),
		ANCHOR("entry %s was published as %s, the box has %s", "\u7b2c %s \u6761\u516c\u5e03\u4e3a %s\uff0c\u7968\u7bb1\u4e2d\u4e3a %s"),
		PUBLISHED("entry %s was published as %s, the box has %s: written anew after it was published",
				"\u7b2c %s \u6761\u66fe\u516c\u5e03\u4e3a %s\uff0c\u7968\u7bb1\u4e2d\u4e3a %s\uff1a\u516c\u5e03\u4e4b\u540e\u88ab\u91cd\u5199"),
		CUT("entry %s was published, the box ends at %s: cut off, or an older copy", "\u7b2c %s \u6761\u5df2\u516c\u5e03\uff0c\u7968\u7bb1\u53ea\u5230\u7b2c %s \u6761\uff1a\u88ab\u622a\u65ad\u6216\u662f\u65e7\u526f\u672c"),
		CHANGED("does not have the content that was signed (manifest.txt line %s)", "\u5185\u5bb9\u4e0e\u7b7e\u540d\u65f6\u4e0d\u540c\uff08manifest.txt \u7b2c %s \u884c\uff09"),
		MANIFEST("does not fit %s, or was changed itself", "\u4e0e %s \u4e0d\u7b26\uff0c\u6216\u6e05\u5355\u672c\u8eab\u88ab\u6539\u52a8"),
		SIGNATURE("the signature does not fit the manifest", "\u7b7e\u540d\u4e0e\u6e05\u5355\u4e0d\u7b26"),
		OTHER_KEY("signed with another key: %s", "\u7531\u53e6\u4e00\u628a\u5bc6\u94a5\u7b7e\u540d\uff1a%s"),
		WIDTH("should have %s values, has %s", "\u5e94\u6709 %s \u4e2a\u503c\uff0c\u5b9e\u6709 %s \u4e2a"),
		QUOTES("commas or quotation marks are not written as they should be", "\u9017\u53f7\u6216\u5f15\u53f7\u4e66\u5199\u4e0d\u89c4\u8303");

		final String english;
		final String chinese;

		Say(String english, String chinese) {
			this.english = english;
			this.chinese = chinese;
		}
	}
}
