package cn.cuobian.votes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import cn.cuobian.votes.NewVote.NewQuestion;
import cn.cuobian.votes.VoteQuestion.Candidate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code vote_question} and {@code vote_candidate}. */
@Repository
class VoteQuestions {

	private final JdbcClient db;
	private final Gates gates;

	VoteQuestions(JdbcClient db, Gates gates) {
		this.db = db;
		this.gates = gates;
	}

	void add(long voteId, List<NewQuestion> questions) {
		for (int i = 0; i < questions.size(); i++) {
			add(voteId, i + 1, questions.get(i));
		}
	}

	private void add(long voteId, int no, NewQuestion question) {
		long id = nextId();
		db.sql("""
				insert into vote_question (id, vote_id, no, kind, item, gate, words, seats, alternates, most)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
				.params(id, voteId, no, question.seats() > 0 ? "SEATS" : "MOTION", question.item(), gates.forItem(question.item()).code(),
						question.words().strip(), question.seats(), question.alternates(), question.most())
				.update();
		for (int i = 0; i < question.candidates().size(); i++) {
			db.sql("insert into vote_candidate (id, question_id, no, name, withdrawn) values (?, ?, ?, ?, false)")
					.params(nextId(), id, i + 1, question.candidates().get(i).strip()).update();
		}
	}

	/** In the order of their numbers. */
	List<VoteQuestion> of(long voteId) {
		var candidates = candidates(voteId);
		return db.sql("select no, item, gate, words, seats, alternates, most from vote_question where vote_id = ? order by no")
				.param(voteId).query((row, n) -> new VoteQuestion(row.getInt("no"), row.getInt("item"), row.getString("gate"),
						row.getString("words"), row.getInt("seats"), row.getInt("alternates"), row.getInt("most"),
						candidates.getOrDefault(row.getInt("no"), List.of())))
				.list();
	}

	private Map<Integer, List<Candidate>> candidates(long voteId) {
		var byQuestion = new LinkedHashMap<Integer, List<Candidate>>();
		db.sql("""
				select q.no as question, c.no, c.name, c.withdrawn from vote_candidate c
				join vote_question q on q.id = c.question_id where q.vote_id = ? order by q.no, c.no""").param(voteId)
				.query(row -> {
					byQuestion.computeIfAbsent(row.getInt("question"), none -> new ArrayList<>())
							.add(new Candidate(row.getInt("no"), row.getString("name"), row.getBoolean("withdrawn")));
				});
		return byQuestion;
	}

	/** False if there is no such candidate, or he has withdrawn before. */
	boolean withdraw(long voteId, int question, int candidate) {
		return db.sql("""
				update vote_candidate set withdrawn = true where no = ? and withdrawn = false
				and question_id = (select id from vote_question where vote_id = ? and no = ?)""")
				.params(candidate, voteId, question).update() == 1;
	}

	private long nextId() {
		return db.sql("select nextval('vote_seq')").query(Long.class).single();
	}
}
