package cn.cuobian.design;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import cn.cuobian.design.desk.Delivery;
import cn.cuobian.design.desk.Deployed;
import cn.cuobian.design.desk.Deployed.Definition;
import cn.cuobian.design.desk.Desk;
import cn.cuobian.design.desk.Objections;
import cn.cuobian.engine.Publishing;
import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** Takes what a drawing tool deploys into drafts, if the gate has nothing against it. */
@Component
class DeskDrafts implements Desk {

	private static final Pattern DEFINITION = Pattern.compile("([a-z0-9_-]{1,80}):\\d+:draft-(\\d{1,18})-awaits-approval");
	private static final int LONGEST_NAME = 100;

	private final DeskBundles addresses;
	private final DeskDraft own;
	private final Drafts drafts;
	private final Imports imports;
	private final DeskGate gate;
	private final DeskPlay play;
	private final Publishing engine;
	private final TransactionOperations transactions;
	private final MessageSource messages;

	DeskDrafts(DeskBundles addresses, DeskDraft own, Drafts drafts, Imports imports, DeskGate gate, DeskPlay play, Publishing engine,
			TransactionOperations transactions, MessageSource messages) {
		this.addresses = addresses;
		this.own = own;
		this.drafts = drafts;
		this.imports = imports;
		this.gate = gate;
		this.play = play;
		this.engine = engine;
		this.transactions = transactions;
		this.messages = messages;
	}

	@Override
	public String engineVersion() {
		return engine.engineVersion();
	}

	@Override
	public Deployed deploy(Delivery delivery, Viewer viewer) {
		StudioRights.draws(viewer);
		var bundle = addresses.of(delivery, viewer);
		var deployed = transactions.execute(taking -> deployed(take(bundle, delivery, viewer), delivery));
		play.warm();
		return deployed;
	}

	/** What came by another tool stays in the transaction until the gate has judged the whole house with it. */
	private DraftFacts take(String bundle, Delivery delivery, Viewer viewer) {
		var open = own.find(bundle, viewer);
		var before = gate.before(open);
		long draft = open.map(DraftFacts::id).orElseGet(() -> drafts.begin(bundle, title(delivery), viewer));
		try {
			imports.take(draft, drafts.of(draft).revision(), delivery.files(), viewer);
		} catch (Refusal refusal) {
			throw gate.said(refusal);
		}
		gate.judge(draft, delivered(bundle, delivery), before);
		return drafts.of(draft);
	}

	private static Set<String> delivered(String bundle, Delivery delivery) {
		Set<String> paths = new HashSet<>();
		delivery.files().keySet().forEach(name -> paths.add(name.equals(Paths.name(Paths.LIMITS)) ? Paths.LIMITS : bundle + "/" + name));
		return paths;
	}

	private String title(Delivery delivery) {
		var name = delivery.name().isEmpty() ? delivery.files().keySet().iterator().next() : delivery.name();
		return messages.getMessage("design.desk.title", new Object[] { shortened(name) }, LocaleContextHolder.getLocale());
	}

	private static String shortened(String name) {
		return name.substring(0, Math.min(name.length(), LONGEST_NAME));
	}

	private Deployed deployed(DraftFacts draft, Delivery delivery) {
		Map<String, String> titles = FileTitles.of(drafts.files(draft.id()));
		List<Definition> definitions = delivered(draft.bundle(), delivery).stream().sorted().filter(path -> !Paths.kind(path).equals("form"))
				.map(path -> new Definition(Paths.key(path) + ":" + draft.revision() + ":draft-" + draft.id() + "-awaits-approval", Paths.key(path),
						titles.get(path), draft.revision(), Paths.name(path)))
				.toList();
		return new Deployed(draft.id(), delivery.name(), draft.changed(), definitions);
	}

	@Override
	public long begin(String definition, Map<String, String> facts, Viewer viewer) {
		StudioRights.draws(viewer);
		Matcher id = DEFINITION.matcher(definition);
		if (!id.matches()) {
			throw Refusal.notFound();
		}
		var draft = own.of(Long.parseLong(id.group(2)), viewer);
		play.begin(draft, id.group(1), facts, viewer);
		return draft.id();
	}
}
