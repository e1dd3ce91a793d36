package cn.cuobian.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.cuobian.refusals.Refusal;
import cn.cuobian.territory.Level;

/** The kinds of posts. They are rows of a migration: a new kind is data, and is known after the next start. */
@Component
public class PostCatalog {

	private final JdbcClient jdbc;
	private volatile List<Post> posts;

	PostCatalog(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** In the order in which people think of them: administration, city, township, community, compound, building. */
	public List<Post> all() {
		if (posts == null) {
			posts = jdbc.sql("select * from post order by position").query(PostCatalog::post).list();
		}
		return posts;
	}

	public Optional<Post> find(String code) {
		return all().stream().filter(post -> post.code().equals(code)).findFirst();
	}

	/** @throws Refusal {@code people.unknown-post} */
	public Post get(String code) {
		return find(code).orElseThrow(() -> new Refusal("people.unknown-post", String.valueOf(code)));
	}

	/** The departments to which a joint meeting can assign work. */
	public List<Post> departments() {
		return all().stream().filter(Post::department).toList();
	}

	private static Post post(ResultSet row, int number) throws SQLException {
		var level = row.getString("level");
		return new Post(row.getString("code"), row.getString("name_zh"), row.getString("name_en"),
				level == null ? null : Level.valueOf(level), row.getString("falls_to"), row.getBoolean("sees_territory"),
				row.getBoolean("department"), row.getString("role"));
	}
}
