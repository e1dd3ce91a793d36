package cn.cuobian.matters;

import cn.cuobian.vault.Sha256;
import java.util.List;
import java.util.Locale;

import cn.cuobian.matters.Report.Upload;
import cn.cuobian.refusals.Refusal;
import cn.cuobian.vault.SecretCode;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where a resident reports, without an account. */
@Controller
@RequestMapping("/report")
class ReportPages {

	private final ReportDesk desk;
	private final PublicLimits limits;
	private final Lookalikes lookalikes;
	private final Matters matters;
	private final Codes codes;

	ReportPages(ReportDesk desk, PublicLimits limits, Lookalikes lookalikes, Matters matters, Codes codes) {
		this.desk = desk;
		this.limits = limits;
		this.lookalikes = lookalikes;
		this.matters = matters;
		this.codes = codes;
	}

	/** @param place code on a poster's QR code */
	@GetMapping
	String form(@RequestParam(required = false) String place, Model page, Locale locale) {
		desk.fill(page, ReportForm.empty(place), locale);
		return "matters/report";
	}

	@PostMapping
	String report(@ModelAttribute ReportForm typed, @RequestParam(required = false) List<MultipartFile> photos, Model page,
			Locale locale, HttpServletRequest request, HttpServletResponse response) {
		ReportForm form = desk.withPlace(typed);
		desk.fill(page, form, locale);
		if (form.wantsPlaces()) {
			return "matters/report";
		}
		if (form.seen() == null && offerSimilar(form, page, locale)) {
			return "matters/report";
		}
		return file(form, ReportForm.uploads(photos), page, locale, request, response);
	}

	private boolean offerSimilar(ReportForm form, Model page, Locale locale) {
		List<MatterLines.Similar> similar = desk.similar(form, locale);
		page.addAttribute("similar", similar);
		page.addAttribute("checked", true);
		return !similar.isEmpty();
	}

	private String file(ReportForm form, List<Upload> uploads, Model page, Locale locale, HttpServletRequest request,
			HttpServletResponse response) {
		try {
			limits.countReport(request);
			desk.slip(page, desk.file("form", form.token(), form.fingerprint(uploads), () -> form.byResident(uploads)));
			response.setHeader("Cache-Control", "no-store");
			return "matters/receipt";
		} catch (Refusal refusal) {
			desk.refuse(page, refusal, locale, response);
			return "matters/report";
		}
	}

	@HxRequest
	@GetMapping("/places")
	String places(@RequestParam(defaultValue = "") String placeText, Model page, Locale locale, HttpServletRequest request) {
		limits.countLook(request);
		page.addAttribute("found", desk.found(placeText, locale));
		page.addAttribute("asked", !placeText.isBlank());
		return "matters/fields :: found";
	}

	/** The same without scripts: the form with the places below the search box. */
	@GetMapping("/places")
	String placesPage(@RequestParam(defaultValue = "") String placeText, Model page, Locale locale,
			HttpServletRequest request) {
		limits.countLook(request);
		ReportForm empty = ReportForm.empty(null);
		desk.fill(page, empty, locale);
		page.addAttribute("found", desk.found(placeText, locale));
		return "matters/report";
	}

	@HxRequest
	@PostMapping("/similar")
	String similar(@ModelAttribute ReportForm form, Model page, Locale locale, HttpServletRequest request) {
		limits.countLook(request);
		offerSimilar(desk.withPlace(form), page, locale);
		return "matters/similar :: similar";
	}

	@PostMapping("/similar")
	String similarPage(@ModelAttribute ReportForm form, Model page, Locale locale, HttpServletRequest request) {
		limits.countLook(request);
		desk.fill(page, desk.withPlace(form), locale);
		offerSimilar(desk.withPlace(form), page, locale);
		return "matters/report";
	}

	@PostMapping("/join")
	String join(@RequestParam String join, @RequestParam String token, Model page, HttpServletRequest request,
			HttpServletResponse response) {
		limits.countReport(request);
		desk.slip(page, desk.once("join", token, Sha256.hex("join"),
				() -> new Receipt("", lookalikes.join(join, matters).inGroups())));
		response.setHeader("Cache-Control", "no-store");
		return "matters/receipt";
	}

	/** A page of its own to print, as large as a postcard. */
	@PostMapping("/slip")
	String slip(@RequestParam String code, Model page, HttpServletRequest request, HttpServletResponse response) {
		Codes.Opened opened = limits.withCode(request, () -> codes.open(code).orElseThrow(Tracking::unknownCode));
		String number = opened.holder() == Codes.Holder.REPORTER
				? matters.find(opened.matterId()).map(Matter::number).orElseThrow(Tracking::unknownCode) : "";
		String inGroups = SecretCode.read(code).map(SecretCode::inGroups).orElseThrow(Tracking::unknownCode);
		desk.slip(page, new Receipt(number, inGroups));
		response.setHeader("Cache-Control", "no-store");
		return "matters/slip";
	}

	/** Nobody can come here by a link: the slip needs the code, and a code in a link would stay in histories. */
	@GetMapping("/slip")
	String noSlip() {
		throw Refusal.notFound();
	}
}
