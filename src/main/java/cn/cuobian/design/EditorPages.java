package cn.cuobian.design;

import java.util.List;
import java.util.Locale;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

import tools.jackson.databind.json.JsonMapper;

import cn.cuobian.engine.inspection.ModelFile;
import cn.cuobian.people.PostCatalog;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** The page on which one file of a draft is drawn; those who may not draw look at it. */
@Controller
class EditorPages {

	private final Drafts drafts;
	private final PostCatalog posts;
	private final JsonMapper json;

	EditorPages(Drafts drafts, PostCatalog posts, JsonMapper json) {
		this.drafts = drafts;
		this.posts = posts;
		this.json = json;
	}

	/** An entry of a drop-down in the editor. */
	record Choice(String value, String name) {
	}

	/** @throws Refusal 404 for a draft or a file that does not exist */
	@GetMapping("/design/drafts/{id}/edit")
	String edit(@PathVariable long id, @RequestParam String file, Viewer viewer, Locale locale, Model model) {
		var draft = drafts.of(id);
		var files = drafts.files(id);
		if (files.stream().noneMatch(each -> each.path().equals(file))) {
			throw Refusal.notFound();
		}
		model.addAttribute("draft", draft);
		model.addAttribute("file", file);
		model.addAttribute("files", files.stream().map(ModelFile::path).toList());
		model.addAttribute("island", Paths.kind(file) + "-editor");
		model.addAttribute("readonly", !draft.state().isEditable() || !StudioRights.mayDraw(viewer));
		model.addAttribute("posts", json.writeValueAsString(posts(locale)));
		model.addAttribute("forms", json.writeValueAsString(forms(files, Paths.bundle(file))));
		return "design/edit";
	}

	/** The steps that are ready to use, in the format of the desktop Modeler, with English texts and rooms beside it. */
	@GetMapping(path = "/design/templates", produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	Resource templates() {
		return new ClassPathResource("design/element-templates.json");
	}

	private List<Choice> posts(Locale locale) {
		return posts.all().stream().map(post -> new Choice(post.code(), post.name(locale))).toList();
	}

	private static List<Choice> forms(List<ModelFile> files, String room) {
		return files.stream().filter(file -> file.room().equals(room)).map(ModelFile::path).filter(path -> Paths.kind(path).equals("form"))
				.map(Paths::key).map(key -> new Choice(key, key)).toList();
	}
}
