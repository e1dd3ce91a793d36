package cn.cuobian.escalation;

import java.util.List;

import cn.cuobian.forms.FormOptions;
import cn.cuobian.forms.Option;
import cn.cuobian.people.PostCatalog;
import org.springframework.stereotype.Component;

/** The departments that were asked about this matter: {@code "valuesKey": "askedDepartments"}. */
@Component
class AskedDepartmentOptions implements FormOptions {

	private final Assignments assignments;
	private final PostCatalog catalog;

	AskedDepartmentOptions(Assignments assignments, PostCatalog catalog) {
		this.assignments = assignments;
		this.catalog = catalog;
	}

	@Override
	public String key() {
		return "askedDepartments";
	}

	@Override
	public List<Option> options(String subject) {
		var matterId = Long.parseLong(subject.substring(subject.indexOf(':') + 1));
		return assignments.latest(matterId).keySet().stream().map(catalog::get)
				.map(post -> Option.of(post.code(), post.nameZh(), post.nameEn())).toList();
	}
}
