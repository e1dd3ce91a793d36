package cn.cuobian.matters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import cn.cuobian.refusals.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The words a resident agrees to before a contact is kept. Old versions stay, for those who agreed to them. */
@Component
class Consent {

	private final JdbcClient db;

	Consent(JdbcClient db) {
		this.db = db;
	}

	record Words(String version, String wordsZh, String wordsEn) {

		String in(Locale locale) {
			return "en".equals(locale.getLanguage()) ? wordsEn : wordsZh;
		}
	}

	Words current() {
		return db.sql("select version, words_zh, words_en from matter_consent order by version desc fetch first 1 rows only")
				.query((rs, n) -> new Words(rs.getString("version"), rs.getString("words_zh"), rs.getString("words_en"))).single();
	}

	/** What speaks against keeping this contact: it is wrong, or nobody agreed. */
	List<Refusal> faults(Contact contact, String agreedVersion) {
		if (contact.isEmpty()) {
			return List.of();
		}
		List<Refusal> faults = new ArrayList<>(contact.faults());
		if (agreedVersion == null || agreedVersion.isBlank() || !isKnown(agreedVersion)) {
			faults.add(Refusal.onField("consent", "matters.consent-missing"));
		}
		return faults;
	}

	private boolean isKnown(String version) {
		Optional<Integer> known = db.sql("select 1 from matter_consent where version = ?").param(version)
				.query(Integer.class).optional();
		return known.isPresent();
	}
}
