package cn.cuobian.matters;

import java.util.List;
import java.util.Optional;

import cn.cuobian.engine.Model;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The kinds of matter that can be reported: those seeded with the product, and one for each deployed model whose
 * process has the property {@code kind}. Adding a kind takes a drawing and no Java.
 */
@Component
public class Kinds {

	/** Handles every kind without a process of its own. */
	static final String COMMON_PROCESS = "ladder";

	private static final Logger LOG = LoggerFactory.getLogger(Kinds.class);
	private static final String COLUMNS = "code, name_zh, name_en, process_key, icon";
	private static final int AFTER_THE_SEEDED = 1_000;

	private final JdbcClient db;
	private final TransactionOperations transactions;
	/** The few rows of the table; every line of every list asks for a name. They change at a start and when models are published. */
	private volatile List<Known> known;

	Kinds(JdbcClient db, TransactionOperations transactions) {
		this.db = db;
		this.transactions = transactions;
	}

	private record Known(Kind kind, boolean active) {
	}

	/** In the order in which they are offered. */
	public List<Kind> offered() {
		return all().stream().filter(Known::active).map(Known::kind).toList();
	}

	/** A kind that is offered. */
	public Optional<Kind> find(String code) {
		return offered().stream().filter(kind -> kind.code().equals(code)).findFirst();
	}

	/** Any kind a matter may have, offered or not. */
	public Kind of(String code) {
		return all().stream().map(Known::kind).filter(kind -> kind.code().equals(code)).findFirst().orElseThrow();
	}

	/** Offers what the models handle, and stops offering what no model handles any more; old matters keep their kind. */
	public void learnFrom(List<Model> models) {
		List<Model> handling = models.stream().filter(model -> model.properties().containsKey("kind")).toList();
		transactions.executeWithoutResult(learning -> {
			forgetMissing(handling.stream().map(model -> model.properties().get("kind")).toList());
			handling.forEach(this::learn);
		});
		known = null;
	}

	void readAgain() {
		known = null;
	}

	private List<Known> all() {
		List<Known> now = known;
		if (now == null) {
			now = db.sql("select " + COLUMNS + ", active from matter_kind order by position, code")
					.query((row, number) -> new Known(new Kind(row.getString("code"), row.getString("name_zh"),
							row.getString("name_en"), row.getString("process_key"), row.getString("icon")), row.getBoolean("active")))
					.list();
			known = now;
		}
		return now;
	}

	private void forgetMissing(List<String> handled) {
		for (Kind kind : db.sql("select " + COLUMNS + " from matter_kind where from_model").query(Kind.class).list()) {
			if (!handled.contains(kind.code())) {
				db.sql("update matter_kind set active = false where code = ?").param(kind.code()).update();
			}
		}
	}

	private void learn(Model model) {
		Kind kind = described(model);
		int known = db.sql("""
				update matter_kind set name_zh = ?, name_en = ?, process_key = ?, icon = ?, from_model = true, active = true
				where code = ?""").params(kind.nameZh(), kind.nameEn(), kind.processKey(), kind.icon(), kind.code()).update();
		if (known == 0) {
			db.sql("""
					insert into matter_kind (code, name_zh, name_en, process_key, icon, position, from_model, active)
					values (?, ?, ?, ?, ?, ?, true, true)""").params(kind.code(), kind.nameZh(), kind.nameEn(),
					kind.processKey(), kind.icon(), AFTER_THE_SEEDED).update();
		}
		LOG.info("Matters of kind {} are handled by {}", kind.code(), kind.processKey());
	}

	private static Kind described(Model model) {
		var properties = model.properties();
		String code = properties.get("kind");
		return new Kind(code, properties.getOrDefault("kind.zh", model.name()), properties.getOrDefault("kind.en", code),
				model.key(), properties.get("kind.icon"));
	}
}
