package cn.cuobian.worklist;

import java.util.List;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cn.cuobian.people.Viewer;
import cn.cuobian.refusals.Refusal;

/** The lists a person keeps, the same on every device. What they show is decided anew for whoever opens them. */
@Component
public class SavedViews {

	private static final int LONGEST_NAME = 60;
	private static final int MOST = 30;

	private final JdbcClient jdbc;

	SavedViews(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** His lists by name. */
	public List<SavedView> of(Viewer viewer) {
		return jdbc.sql("select id, name, query, is_default from work_view where person_id = ? order by name, id")
			.param(viewer.personId())
			.query((row, index) -> new SavedView(row.getLong("id"), row.getString("name"), row.getString("query"),
					row.getBoolean("is_default")))
			.list();
	}

	/** The list the task page opens with. */
	public Optional<SavedView> defaultOf(Viewer viewer) {
		return of(viewer).stream().filter(SavedView::isDefault).findFirst();
	}

	/** Keeps a list; the newest default replaces the one before. */
	@Transactional
	public void save(String name, WorkFilter filter, boolean asDefault, Viewer viewer) {
		var plain = name == null ? "" : name.strip();
		if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
			throw Refusal.onField("name", "worklist.view-name", LONGEST_NAME);
		}
		if (of(viewer).size() >= MOST) {
			throw new Refusal("worklist.view-too-many", MOST);
		}
		if (asDefault) {
			clearDefault(viewer);
		}
		insert(plain, filter, asDefault, viewer);
	}

	/** Makes one of his lists the one the task page opens with; no list when {@code id} is not his. */
	@Transactional
	public void makeDefault(long id, Viewer viewer) {
		clearDefault(viewer);
		jdbc.sql("update work_view set is_default = true where id = ? and person_id = ?").params(id, viewer.personId())
			.update();
	}

	/** @throws Refusal 404 when it is not his */
	public void delete(long id, Viewer viewer) {
		if (jdbc.sql("delete from work_view where id = ? and person_id = ?").params(id, viewer.personId()).update() == 0) {
			throw Refusal.notFound();
		}
	}

	private void clearDefault(Viewer viewer) {
		jdbc.sql("update work_view set is_default = false where person_id = ?").param(viewer.personId()).update();
	}

	private void insert(String name, WorkFilter filter, boolean asDefault, Viewer viewer) {
		try {
			jdbc.sql("""
					insert into work_view (id, person_id, name, query, is_default)
					values (nextval('work_view_id'), ?, ?, ?, ?)""")
				.params(viewer.personId(), name, filter.query(), asDefault).update();
		} catch (DuplicateKeyException e) {
			throw Refusal.onField("name", "worklist.view-exists", name);
		}
	}
}
