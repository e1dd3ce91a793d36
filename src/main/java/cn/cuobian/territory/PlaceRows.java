package cn.cuobian.territory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code place} and the number of its edition. */
@Component
class PlaceRows {

	private final JdbcClient jdbc;

	PlaceRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Place> all() {
		return jdbc.sql("""
				select code, parent, level, name_zh, name_en, path, households, buildings, residents, built, note, source
				from place""").query(PlaceRows::place).list();
	}

	long edition() {
		return jdbc.sql("select edition from place_edition").query(Long.class).single();
	}

	/** Also makes two imports wait for each other: the row stays locked until the transaction ends. */
	void nextEdition() {
		jdbc.sql("update place_edition set edition = edition + 1").update();
	}

	void insert(Place place) {
		jdbc.sql("""
				insert into place (parent, level, name_zh, name_en, path, households, buildings, residents, built, note, source, code)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""").params(values(place)).update();
	}

	void update(Place place) {
		jdbc.sql("""
				update place set parent = ?, level = ?, name_zh = ?, name_en = ?, path = ?, households = ?, buildings = ?,
				residents = ?, built = ?, note = ?, source = ? where code = ?""").params(values(place)).update();
	}

	private static List<Object> values(Place place) {
		return Arrays.asList(place.parent(), place.level().name(), place.nameZh(), place.nameEn(), place.path(),
				place.households(), place.buildings(), place.residents(), place.built(), place.note(), place.source(),
				place.code());
	}

	private static Place place(ResultSet row, int number) throws SQLException {
		return new Place(row.getString("code"), row.getString("parent"), Level.valueOf(row.getString("level")),
				row.getString("name_zh"), row.getString("name_en"), row.getString("path"), count(row, "households"),
				count(row, "buildings"), count(row, "residents"), count(row, "built"), row.getString("note"),
				row.getString("source"));
	}

	private static Integer count(ResultSet row, String column) throws SQLException {
		var value = row.getInt(column);
		return row.wasNull() ? null : value;
	}
}
