package cn.cuobian.design;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import cn.cuobian.people.People;
import cn.cuobian.people.Viewer;

/** Gathers what the page of a draft shows. */
@Component
class DraftView {

	/** Then drawings, tables and forms, as their endings happen to sort. */
	private static final Comparator<FileLine> CHANGED_FIRST = Comparator.comparing((FileLine file) -> file.mark() == null)
			.thenComparing(FileLine::kind).thenComparing(FileLine::path);

	private final Drafts drafts;
	private final DraftFiles files;
	private final Takeover takeover;
	private final Lint lint;
	private final Hurdles hurdles;
	private final ImpactView impact;
	private final DraftRecord record;
	private final Presence presence;
	private final BundleNames names;
	private final People people;
	private final DiffSides sides;
	private final DiffWords diff;

	DraftView(Drafts drafts, DraftFiles files, Takeover takeover, Lint lint, Hurdles hurdles, ImpactView impact, DraftRecord record, Presence presence,
			BundleNames names, People people, DiffSides sides, DiffWords diff) {
		this.drafts = drafts;
		this.files = files;
		this.takeover = takeover;
		this.lint = lint;
		this.hurdles = hurdles;
		this.impact = impact;
		this.record = record;
		this.presence = presence;
		this.names = names;
		this.people = people;
		this.sides = sides;
		this.diff = diff;
	}

	/** Names of the template's model. */
	Map<String, Object> of(long id, Viewer viewer) {
		var draft = drafts.of(id);
		var findings = draft.state().isOver() ? List.<Lint.Judged>of() : lint.of(id);
		var mayDecide = StudioRights.mayDecide(viewer) && !drafts.hands(draft).contains(viewer.personId());
		var shown = new HashMap<String, Object>();
		shown.put("draft", draft);
		shown.put("bundleName", names.of(draft.bundle()));
		shown.put("author", people.nameOf(draft.author()));
		shown.put("changedBy", people.nameOf(draft.changedBy()));
		shown.put("approver", draft.approver() == null ? null : people.nameOf(draft.approver()));
		shown.put("findings", findings);
		var now = files.now(draft);
		shown.put("files", lines(draft, now, findings));
		shown.put("forms", now.keySet().stream().filter(path -> Paths.kind(path).equals("form")).toList());
		shown.put("offer", draft.state().isEditable() ? takeover.offer(draft).orElse(null) : null);
		shown.put("outdated", !draft.state().isOver() && takeover.isOutdated(draft));
		shown.put("others", draft.state().isOver() ? List.of() : presence.seen(id, viewer));
		shown.put("mayDraw", StudioRights.mayDraw(viewer));
		shown.put("mayDecide", mayDecide);
		shown.put("own", StudioRights.mayDecide(viewer) && !mayDecide);
		shown.put("hurdles", draft.state() == DraftState.SUBMITTED || draft.state() == DraftState.APPROVED ? hurdles.against(draft) : List.of());
		shown.put("difference", diff.between(sides.files(draft, DiffSides.BASE), sides.files(draft, DiffSides.NOW), LocaleContextHolder.getLocale()));
		shown.put("acts", record.of(id).stream().map(act -> new Said(act, people.nameOf(act.person()))).toList());
		shown.putAll(impact.of(draft));
		return shown;
	}

	/** An act, with the name of who did it. */
	record Said(Act act, String who) {
	}

	private List<FileLine> lines(DraftFacts draft, Map<String, String> now, List<Lint.Judged> findings) {
		var base = files.base(draft);
		var titles = FileTitles.of(drafts.files(draft.id()));
		var paths = new TreeSet<>(base.keySet());
		paths.addAll(now.keySet());
		return paths.stream().map(path -> new FileLine(path, Paths.kind(path), titles.getOrDefault(path, ""), mark(base.get(path), now.get(path)),
				findings.stream().filter(finding -> finding.file().equals(path)).count(), isRemovable(path, base, now))).sorted(CHANGED_FIRST).toList();
	}

	private static String mark(String before, String after) {
		if (after == null) {
			return "removed";
		}
		return before == null ? "added" : before.equals(after) ? null : "changed";
	}

	private static boolean isRemovable(String path, Map<String, String> base, Map<String, String> now) {
		return now.containsKey(path) && (Paths.kind(path).equals("form") || !base.containsKey(path));
	}
}
