package cn.cuobian.design;

import java.util.Map;
import java.util.TreeMap;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import cn.cuobian.engine.ModelSafety;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** Takes plain files into a draft, from a computer or another tool: all of them or none, and only what the guard lets pass. */
@Component
class Imports {

	/** Files at once. */
	private static final int MOST = 50;

	private final Drafts drafts;
	private final ModelSafety safety;
	private final TransactionOperations transactions;

	Imports(Drafts drafts, ModelSafety safety, TransactionOperations transactions) {
		this.drafts = drafts;
		this.safety = safety;
		this.transactions = transactions;
	}

	/**
	 * @param basedOn the revision of the draft that he was shown
	 * @param files content by name; a folder before the name is left out
	 * @return the new revision
	 * @throws Refusal for the first file that is no model, table or form of ours; else as {@link Drafts#save}
	 */
	int take(long id, int basedOn, Map<String, byte[]> files, Viewer viewer) {
		var draft = drafts.of(id);
		StudioRights.draws(viewer);
		if (files.isEmpty() || files.size() > MOST) {
			throw new Refusal("design.draft-no-file", MOST);
		}
		Map<String, byte[]> byPath = new TreeMap<>();
		files.forEach((name, content) -> byPath.put(path(draft, name), content));
		byPath.forEach(this::check);
		return transactions.execute(importing -> {
			byPath.forEach((path, content) -> drafts.save(id, basedOn, path, content, viewer));
			return drafts.of(id).revision();
		});
	}

	private static String path(DraftFacts draft, String given) {
		var name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
		Storable.name(name);
		return name.equals(Paths.name(Paths.LIMITS)) ? Paths.LIMITS : draft.bundle() + "/" + name;
	}

	private void check(String path, byte[] content) {
		if (content.length > 1 && content[0] == 'P' && content[1] == 'K') {
			throw new Refusal("design.draft-archive", Paths.name(path));
		}
		Storable.check(path, content);
		safety.check(path, content);
	}
}
