package cn.cuobian.design;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** Puts a file into a draft that was not there before: a blank one, or a form that begins as a copy of another. */
@Component
class NewFiles {

	private static final Set<String> KINDS = Set.of("form", "bpmn", "dmn");
	/** What stands in the blank files where the name belongs. */
	private static final String BLANK = "blank";

	private final Drafts drafts;
	private final DraftFiles files;
	private final JsonMapper json;
	private final TransactionOperations transactions;

	NewFiles(Drafts drafts, DraftFiles files, JsonMapper json, TransactionOperations transactions) {
		this.drafts = drafts;
		this.files = files;
		this.json = json;
		this.transactions = transactions;
	}

	/**
	 * @param like {@code form}, {@code bpmn} or {@code dmn} for a blank one; else the path of a form in the draft
	 * @param key the name of the file without its ending, which is also the id of what it holds
	 * @return the path of the new file
	 * @throws Refusal 409 when there is a file of this name; else as {@link Drafts#save}
	 */
	String begin(long id, int basedOn, String like, String key, Viewer viewer) {
		var draft = drafts.of(id);
		StudioRights.draws(viewer);
		var kind = KINDS.contains(like) ? like : "form";
		var path = draft.bundle() + "/" + key.strip() + "." + kind;
		Storable.name(Paths.name(path));
		return transactions.execute(beginning -> {
			if (files.now(draft).containsKey(path)) {
				throw new Refusal("design.draft-file-exists", Paths.name(path)).status(HttpStatus.CONFLICT);
			}
			drafts.save(id, basedOn, path, content(id, like, Paths.key(path)), viewer);
			return path;
		});
	}

	private byte[] content(long id, String like, String key) {
		if (KINDS.contains(like)) {
			return blank(like).replace(BLANK, key).getBytes(StandardCharsets.UTF_8);
		}
		var form = (ObjectNode) json.readTree(drafts.content(id, form(like)));
		return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(form.put("id", key));
	}

	/** @throws Refusal 404 for anything else */
	private static String form(String path) {
		if (!path.endsWith(".form")) {
			throw Refusal.notFound();
		}
		return path;
	}

	private static String blank(String kind) {
		try {
			return new ClassPathResource("design/blank/blank." + kind).getContentAsString(StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
