package cn.cuobian.matters;

import java.util.List;
import java.util.Locale;

import cn.cuobian.matters.Report.Upload;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where a caseworker files what somebody told him on the phone, at the desk or in a chat group. */
@Controller
@RequestMapping("/matters/new")
class CaseworkerIntakePages {

	private static final List<Channel> CHANNELS = List.of(Channel.PHONE, Channel.VISIT, Channel.WECHAT, Channel.WEB);

	private final ReportDesk desk;
	private final MatterImport imports;

	CaseworkerIntakePages(ReportDesk desk, MatterImport imports) {
		this.desk = desk;
		this.imports = imports;
	}

	@ModelAttribute
	void choices(Viewer viewer, Model page) {
		page.addAttribute("channels", CHANNELS);
		page.addAttribute("scopes", Scope.values());
		page.addAttribute("staff", true);
		page.addAttribute("mayImport", imports.isAllowed(viewer));
	}

	@GetMapping
	String form(@RequestParam(required = false) String place, Model page, Locale locale) {
		desk.fill(page, ReportForm.empty(place), locale);
		return "matters/new";
	}

	@PostMapping
	String report(@ModelAttribute ReportForm typed, @RequestParam(required = false) List<MultipartFile> photos, Viewer viewer,
			Model page, Locale locale, HttpServletResponse response) {
		ReportForm form = desk.withPlace(typed);
		desk.fill(page, form, locale);
		if (form.wantsPlaces()) {
			return "matters/new";
		}
		List<MatterLines.Similar> similar = form.seen() == null ? desk.similar(form, locale) : List.of();
		page.addAttribute("similar", similar);
		page.addAttribute("checked", true);
		return similar.isEmpty() ? file(form, ReportForm.uploads(photos), viewer, page, locale, response) : "matters/new";
	}

	private String file(ReportForm form, List<Upload> uploads, Viewer viewer, Model page, Locale locale,
			HttpServletResponse response) {
		try {
			desk.slip(page, desk.file("staff" + viewer.personId(), form.token(), form.fingerprint(uploads),
					() -> form.byCaseworker(viewer.personId(), uploads)));
			response.setHeader("Cache-Control", "no-store");
			return "matters/receipt";
		} catch (Refusal refusal) {
			desk.refuse(page, refusal, locale, response);
			return "matters/new";
		}
	}

	@HxRequest
	@PostMapping("/similar")
	String similar(@ModelAttribute ReportForm form, Model page, Locale locale) {
		page.addAttribute("similar", desk.similar(desk.withPlace(form), locale));
		page.addAttribute("checked", true);
		return "matters/similar :: similar";
	}
}
