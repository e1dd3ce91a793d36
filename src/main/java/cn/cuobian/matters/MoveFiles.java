package cn.cuobian.matters;

import java.sql.Types;
import java.util.Locale;
import java.util.Optional;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.cuobian.files.FileStore;
import cn.cuobian.files.LostFile;
import cn.cuobian.files.StoreAway;
import cn.cuobian.vault.Sha256;

/**
 * The command {@code move-files --to=store|database [--apply] [--lang=en]}: says how many files lie on the other side, and with
 * {@code --apply} moves them, one after the other, each in a transaction of its own once its bytes have arrived and are right.
 * May be ended at any moment and run again, also while nodes serve. Ends with 1 when a file was left where it is, with 2
 * when it does not know where to.
 */
@Component
@ConditionalOnProperty(name = "cuobian.command", havingValue = "move-files")
class MoveFiles implements ApplicationRunner, ExitCodeGenerator {

	private static final int LEFT = 1;
	private static final int NOT_NAMED = 2;

	private final FileStore store;
	private final JdbcClient db;
	private final MessageSource messages;
	private final TransactionTemplate transaction;
	private Locale locale = Locale.CHINA;
	private int exitCode;

	MoveFiles(FileStore store, JdbcClient db, MessageSource messages, PlatformTransactionManager transactions) {
		this.store = store;
		this.db = db;
		this.messages = messages;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Where a file goes, and the condition on a row whose file lies elsewhere. */
	private enum Side {

		STORE("content is not null"), DATABASE("object_name is not null");

		private final String elsewhere;

		Side(String elsewhere) {
			this.elsewhere = elsewhere;
		}

		static Optional<Side> of(String name) {
			return switch (name) {
				case "store" -> Optional.of(STORE);
				case "database" -> Optional.of(DATABASE);
				default -> Optional.empty();
			};
		}
	}

	/** A file with its number and its matter. */
	private record Lying(long id, String matter, KeptFile file) {
	}

	@Override
	public void run(ApplicationArguments arguments) {
		locale = arguments.containsOption("lang") ? Locale.forLanguageTag(option(arguments, "lang")) : Locale.CHINA;
		var to = Side.of(option(arguments, "to"));
		exitCode = to.isPresent() && store.isThere() ? 0 : NOT_NAMED;
		if (to.isEmpty()) {
			say("whereto");
		} else if (!store.isThere()) {
			say("no-store");
		} else if (arguments.containsOption("apply")) {
			move(to.get());
		} else {
			say("would", number(count(to.get().elsewhere)), number(bytes(to.get())));
		}
	}

	@Override
	public int getExitCode() {
		return exitCode;
	}

	private void move(Side to) {
		long moved = 0;
		try {
			for (var next = after(0, to); next.isPresent(); next = after(next.get().id(), to)) {
				moved += moved(next.get(), to) ? 1 : 0;
			}
		} catch (StoreAway e) {
			exitCode = LEFT;
			say("away", e.getMessage());
		}
		say("moved", number(moved));
		say("lie", number(count(Side.STORE.elsewhere)), number(count(Side.DATABASE.elsewhere)));
	}

	private boolean moved(Lying lying, Side to) {
		try {
			return to == Side.STORE ? toStore(lying) : toDatabase(lying);
		} catch (LostFile e) {
			exitCode = LEFT;
			say("left", lying.matter(), lying.file().name(), e.getMessage());
			return false;
		}
	}

	private boolean toStore(Lying lying) throws LostFile {
		var file = lying.file();
		if (!Sha256.hex(file.content()).equals(file.sha256())) {
			exitCode = LEFT;
			say("changed", lying.matter(), file.name());
			return false;
		}
		var object = store.put(file.content());
		store.get(object, file.sha256());
		return Boolean.TRUE.equals(transaction.execute(status -> {
			boolean mine = db.sql("update matter_attachment set content = null, object_name = ? where id = ? and content is not null")
					.params(object, lying.id()).update() == 1;
			if (mine) {
				store.claim(object);
			}
			return mine;
		}));
	}

	/** The object stays for a day, for who has read the row before it changed. */
	private boolean toDatabase(Lying lying) throws LostFile {
		var object = lying.file().object();
		var content = store.get(object, lying.file().sha256());
		return Boolean.TRUE.equals(transaction.execute(status -> {
			boolean mine = db.sql("update matter_attachment set content = :content, object_name = null where id = :id and object_name = :object")
					.param("content", content, Types.VARBINARY).param("id", lying.id()).param("object", object).update() == 1;
			if (mine) {
				store.release(object);
			}
			return mine;
		}));
	}

	/** One at a time: each may be as large as an upload. */
	private Optional<Lying> after(long id, Side to) {
		return db.sql("""
				select a.id, m.number, a.name, a.media_type, a.size_bytes, a.sha256, a.content, a.object_name
				from matter_attachment a join matter m on m.id = a.matter_id
				where a.id > ? and a.%s order by a.id fetch first 1 rows only""".formatted(to.elsewhere)).param(id)
				.query((row, i) -> new Lying(row.getLong(1), row.getString(2), new KeptFile(row.getString(3), row.getString(4), row.getLong(5),
						row.getString(6), row.getBytes(7), row.getString(8))))
				.optional();
	}

	private long count(String condition) {
		return db.sql("select count(*) from matter_attachment where " + condition).query(Long.class).single();
	}

	private long bytes(Side to) {
		return db.sql("select coalesce(sum(size_bytes), 0) from matter_attachment where " + to.elsewhere).query(Long.class).single();
	}

	private void say(String key, Object... details) {
		System.out.println(messages.getMessage("matters.move." + key, details, locale));
	}

	/** Without separators, to be compared by programs. */
	private static String number(long number) {
		return String.valueOf(number);
	}

	private static String option(ApplicationArguments arguments, String name) {
		var values = arguments.getOptionValues(name);
		return values == null || values.isEmpty() ? "" : values.get(0);
	}
}
