package cn.cuobian.design.desk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import cn.cuobian.refusals.Refusal;

/**
 * After a deployment or a start the drawing tool shows a link to the engine's cockpit, whose address it asks for without
 * credentials. It is led to the draft, and to the page on which the draft is played.
 */
@Controller
class DeskLinks {

	private static final Pattern DRAFT = Pattern.compile("draft-(\\d{1,18})");

	@GetMapping("/.well-known/camunda-automation-platform/webapps")
	@ResponseBody
	EngineJson.WebApps webApps() {
		return new EngineJson.WebApps(ServletUriComponentsBuilder.fromCurrentContextPath().path("/design/desk/").build().toUriString());
	}

	/** @param query which deployments to list, as JSON: the tool asks for the one it has just made */
	@GetMapping("/design/desk/repository")
	String draft(@RequestParam(name = "deploymentsQuery", defaultValue = "") String query) {
		return "redirect:/design/drafts/" + number(query);
	}

	@GetMapping("/design/desk/process-instance/{id}")
	String play(@PathVariable String id) {
		return "redirect:/design/drafts/" + number(id) + "/dry";
	}

	private static String number(String text) {
		Matcher draft = DRAFT.matcher(text);
		if (!draft.find()) {
			throw Refusal.notFound();
		}
		return draft.group(1);
	}
}
