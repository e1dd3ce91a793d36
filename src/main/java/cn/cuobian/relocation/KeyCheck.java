package cn.cuobian.relocation;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.cuobian.vault.Vault;

/** Whether the keys that are at hand here open what the old house sealed: without them the move would lock it for ever. */
class KeyCheck {

	private static final String ENDING = "_sealed";

	private final Vault vault;

	KeyCheck(Vault vault) {
		this.vault = vault;
	}

	/** Columns in which a value is sealed with a key that is not here, as {@code table.column}. */
	List<String> locked(JdbcClient db) {
		var locked = new ArrayList<String>();
		Table.of(db).forEach((name, table) -> table.columns().keySet().forEach(column -> {
			if (isSealed(name, column) && isLocked(db, table, column)) {
				locked.add(name + '.' + column);
			}
		}));
		return locked;
	}

	private boolean isLocked(JdbcClient db, Table table, String column) {
		var stored = Table.quoted(table.columns().get(column).stored());
		// the first bytes tell the key
		return db.sql("select distinct cast(substring(" + stored + " from 1 for " + Vault.HEAD_BYTES + ") as varbinary(16)) from "
				+ Table.quoted(table.stored()) + " where " + stored + " is not null").query((row, number) -> row.getBytes(1)).list().stream()
				.anyMatch(head -> !vault.fits(head));
	}

	private static boolean isSealed(String table, String column) {
		return column.endsWith(ENDING) || table.equals("matter") && column.equals("contact");
	}
}
