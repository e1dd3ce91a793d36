package cn.cuobian.votes;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import cn.cuobian.refusals.Refusal;

/** What everybody may see of a frozen roll: its numbers, its fingerprint and the list of hashes; no name and no unit. */
@Controller
class RollPublicPages {

	private static final String PAGE = "/rolls/public/{id}";

	private final Rolls rolls;
	private final RollLines lines;
	private final RollRecord record;

	RollPublicPages(Rolls rolls, RollLines lines, RollRecord record) {
		this.rolls = rolls;
		this.lines = lines;
		this.record = record;
	}

	/**
	 * What an owner is shown who typed the salt of his notice.
	 *
	 * @param owners masked: he knows them
	 * @param place of the line in the list, from 1
	 */
	record Found(String code, UnitUse use, long area, boolean unsold, List<String> owners, String hash, int place) {
	}

	@GetMapping(PAGE)
	ModelAndView roll(@PathVariable long id) {
		return new ModelAndView("votes/roll-public", Map.of("roll", frozen(id), "fingerprints", record.fingerprints(id)));
	}

	@GetMapping(PAGE + "/lines.txt")
	ResponseEntity<byte[]> list(@PathVariable long id) {
		frozen(id);
		return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
				.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("roll-" + id + "-lines.txt").build().toString())
				.body(lines.published(id).getBytes(StandardCharsets.UTF_8));
	}

	@GetMapping(PAGE + "/check")
	ModelAndView check(@PathVariable long id) {
		return new ModelAndView("votes/roll-check", Map.of("roll", frozen(id), "unit", ""));
	}

	/** By POST: the salt is a secret of the unit and must not stand in an address. A wrong unit and a wrong salt look alike. */
	@PostMapping(PAGE + "/check")
	ModelAndView check(@PathVariable long id, @RequestParam(defaultValue = "") String unit, @RequestParam(defaultValue = "") String salt) {
		var roll = frozen(id);
		var written = RollTable.plain(salt).replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
		var line = lines.of(id, RollTable.plain(unit).replaceAll("\\s", "")).filter(one -> one.salt().equals(written));
		var page = new ModelAndView("votes/roll-check", Map.of("roll", roll, "unit", unit));
		page.addObject("found", line.map(one -> found(id, one)).orElse(null));
		page.addObject("missing", line.isEmpty());
		page.setStatus(line.isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
		return page;
	}

	private Found found(long id, RollLine line) {
		var hash = line.hash();
		return new Found(line.code(), line.use(), line.area(), line.unsold(), line.owners().stream().map(Masked::name).toList(), hash,
				lines.published(id).lines().toList().indexOf(hash) + 1);
	}

	private RollFacts frozen(long id) {
		var roll = rolls.of(id);
		if (!roll.isFrozen()) {
			throw Refusal.notFound();
		}
		return roll;
	}
}
