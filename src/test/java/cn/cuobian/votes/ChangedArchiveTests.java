package cn.cuobian.votes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import cn.cuobian.votes.Archive.BoxLine;

/** What is done to archives, by vandals, by who has no key, and by an operator who has it. */
class ChangedArchiveTests {

	private static final int CHANGES = 250;

	private final Signer signer = Signer.made();

	@Test
	void everySingleFlippedByteOfAnArchiveIsFoundAndPlaced() {
		byte[] zip = new ArchivedVote(7, 4, 4, 3).zip(signer);
		for (int at = 0; at < zip.length; at++) {
			byte[] changed = zip.clone();
			changed[at] ^= 1 << at % 8;
			var findings = Scrutineer.findings(changed, null);
			assertThat(findings).as("byte %d", at).isNotEmpty();
			assertThat(findings.get(0).file()).as("byte %d: %s", at, findings.get(0)).isIn(nearby(zip, at));
		}
	}

	/** The file whose content or header the byte stands in; of the directory at the end, the whole archive. */
	private static List<String> nearby(byte[] zip, int at) {
		String text = new String(zip, StandardCharsets.ISO_8859_1);
		int header = text.lastIndexOf("PK\3\4", at);
		int directory = text.indexOf("PK\1\2");
		int next = text.indexOf("PK\3\4", Math.max(header, 0) + 4);
		var names = new ArrayList<>(List.of("archive.zip"));
		if (at < directory) {
			int start = Math.max(header, next < 0 ? header : text.lastIndexOf("PK\3\4", next - 1));
			int length = zip[start + 26];
			names.set(0, text.substring(start + 30, start + 30 + length));
		}
		return names;
	}

	private enum Change {

		FLIP {
			@Override
			void on(List<String> lines, Random random) {
				int at = random.nextInt(lines.size());
				var line = new StringBuilder(lines.get(at));
				if (line.length() > 0) {
					int place = random.nextInt(line.length());
					line.setCharAt(place, (char) (line.charAt(place) ^ 1));
				}
				lines.set(at, line.toString());
			}
		},
		DELETE {
			@Override
			void on(List<String> lines, Random random) {
				lines.remove(random.nextInt(lines.size()));
			}
		},
		INSERT {
			@Override
			void on(List<String> lines, Random random) {
				lines.add(random.nextInt(lines.size() + 1), lines.get(random.nextInt(lines.size())));
			}
		},
		REORDER {
			@Override
			void on(List<String> lines, Random random) {
				Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
			}
		};

		abstract void on(List<String> lines, Random random);
	}

	/** 250 of each kind: a quarter on the bytes, the others packed anew by hands that know more and more. */
	@ParameterizedTest
	@EnumSource
	void randomChangesAreAllFound(Change change) {
		for (int seed = 0; seed < CHANGES; seed++) {
			var random = new Random(seed * 31L + change.ordinal());
			var vote = new ArchivedVote(seed, 12, 15, 10);
			byte[] changed = seed % 4 == 0 ? onBytes(change, vote.zip(signer), random) : onLines(change, vote, random, seed % 4);
			assertThat(Scrutineer.findings(changed, signer.publicKey(), vote.lastAnchor())).as("%s %d", change, seed).isNotEmpty();
		}
	}

	private static byte[] onBytes(Change change, byte[] zip, Random random) {
		int at = random.nextInt(zip.length - 1);
		byte[] rest = Arrays.copyOfRange(zip, at, zip.length);
		byte[] changed = switch (change) {
			case FLIP -> joined(Arrays.copyOf(zip, at), new byte[] { (byte) (zip[at] ^ 1 << random.nextInt(8)) }, Arrays.copyOfRange(rest, 1, rest.length));
			case DELETE -> joined(Arrays.copyOf(zip, at), Arrays.copyOfRange(rest, 1, rest.length));
			case INSERT -> joined(Arrays.copyOf(zip, at), new byte[] { (byte) random.nextInt() }, rest);
			case REORDER -> joined(rest, Arrays.copyOf(zip, at));
		};
		return Arrays.equals(changed, zip) ? onBytes(change, zip, random) : changed;
	}

	private static byte[] joined(byte[]... parts) {
		int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
		byte[] all = new byte[length];
		int at = 0;
		for (byte[] part : parts) {
			System.arraycopy(part, 0, all, at, part.length);
			at += part.length;
		}
		return all;
	}

	/** @param skill 1: packs anew; 2: writes a new manifest as well; 3: signs it, with a key of his own */
	private byte[] onLines(Change change, ArchivedVote vote, Random random, int skill) {
		var honest = vote.archive().files();
		Map<String, String> files = new LinkedHashMap<>(honest);
		while (files.equals(honest)) {
			var name = List.copyOf(files.keySet()).get(random.nextInt(files.size()));
			var lines = new ArrayList<>(Arrays.asList(files.get(name).split("\n", -1)));
			change.on(lines, random);
			files.put(name, String.join("\n", lines));
		}
		return skill == 3 ? SealedZip.of(files, Signer.made()) : packed(files, honest, skill);
	}

	private byte[] packed(Map<String, String> files, Map<String, String> honest, int skill) {
		var all = new LinkedHashMap<>(files);
		all.put("manifest.txt", SealedZip.manifest(skill == 1 ? honest : files));
		all.put("signature.txt", "algorithm=Ed25519\npublic-key=%s\nsignature=%s\n".formatted(signer.publicKey(),
				signer.sign(SealedZip.manifest(honest).getBytes(StandardCharsets.UTF_8))));
		return SealedZip.zip(all);
	}

	@Test
	void theHonestHandOfTheseTestsPassesItself() {
		var vote = new ArchivedVote(5, 12, 15, 10);
		var files = vote.archive().files();
		assertThat(Scrutineer.findings(packed(files, files, 1), signer.publicKey(), vote.lastAnchor())).isEmpty();
	}

	@Test
	void aTailThatTheOperatorCutsOffAndSignsAgainIsFoundByThePublishedAnchor() {
		for (int seed = 0; seed < CHANGES; seed++) {
			var vote = new ArchivedVote(seed, 20, 20, 18);
			String published = vote.lastAnchor();
			vote.cutAfter(vote.box.size() - 2);
			byte[] forged = vote.zip(signer);
			assertThat(Scrutineer.findings(forged, signer.publicKey())).as("%d: everything inside fits", seed).isEmpty();
			assertThat(Scrutineer.findings(forged, signer.publicKey(), published)).as("%d", seed).singleElement()
					.satisfies(finding -> assertThat(finding.words()).contains("cut off, or an older copy"));
		}
	}

	@Test
	void anOlderCopyClosedLaterIsFoundByThePublishedAnchor() {
		for (int seed = 0; seed < CHANGES; seed++) {
			var vote = new ArchivedVote(seed, 20, 20, 18);
			String published = vote.lastAnchor();
			vote.cutAfter(1 + new Random(seed).nextInt(vote.box.size() - 3));
			byte[] forged = vote.zip(signer);
			assertThat(Scrutineer.findings(forged, signer.publicKey())).as("%d: everything inside fits", seed).isEmpty();
			assertThat(Scrutineer.findings(forged, signer.publicKey(), published)).as("%d", seed).isNotEmpty();
		}
	}

	@Test
	void aBallotThatTheOperatorWritesAnewIsFoundByTheLineThatWasPublished() {
		for (int seed = 0; seed < CHANGES; seed++) {
			var vote = new ArchivedVote(seed, 20, 20, 18);
			if (vote.secret) {
				continue;
			}
			String published = vote.lastAnchor();
			int at = 1 + new Random(seed).nextInt(vote.box.size() - 2);
			var line = vote.box.get(at);
			vote.box.set(at, new BoxLine(line.seq(), line.at(), line.kind(), line.head(), line.channel(), "0000000000000000|2=yes", ""));
			vote.recount();
			vote.chainAnew();
			byte[] forged = vote.zip(signer);
			assertThat(Scrutineer.findings(forged, signer.publicKey())).as("%d: everything inside fits", seed).isEmpty();
			assertThat(Scrutineer.findings(forged, signer.publicKey(), published).get(0).words()).contains("written anew after it was published");
		}
	}

	@Test
	void anAreaThatTheOperatorMovesFromOneHeadToAnotherIsFound() {
		var vote = new ArchivedVote(2, 20, 20, 18);
		String published = vote.lastAnchor();
		var rich = vote.heads.get(0);
		var poor = vote.heads.get(1);
		vote.heads.set(0, new Archive.HeadLine(1, rich.kind(), rich.area() + 500, rich.units()));
		vote.heads.set(1, new Archive.HeadLine(2, poor.kind(), poor.area() - 500, poor.units()));
		assertThat(Scrutineer.findings(vote.zip(signer), signer.publicKey(), published)).extracting(Scrutineer.Finding::file).contains("box.csv");
	}
}
