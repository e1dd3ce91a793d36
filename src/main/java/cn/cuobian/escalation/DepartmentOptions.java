package cn.cuobian.escalation;

import java.util.List;

import cn.cuobian.forms.FormOptions;
import cn.cuobian.forms.Option;
import cn.cuobian.people.PostCatalog;
import org.springframework.stereotype.Component;

/** The departments the linked leader may ask: {@code "valuesKey": "departments"}. */
@Component
class DepartmentOptions implements FormOptions {

	private final PostCatalog catalog;

	DepartmentOptions(PostCatalog catalog) {
		this.catalog = catalog;
	}

	@Override
	public String key() {
		return "departments";
	}

	@Override
	public List<Option> options(String subject) {
		return catalog.departments().stream()
				.map(post -> Option.of(post.code(), post.nameZh(), post.nameEn())).toList();
	}
}
