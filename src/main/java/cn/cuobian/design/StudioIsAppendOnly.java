package cn.cuobian.design;

import org.springframework.stereotype.Component;

import cn.cuobian.refusals.AppendOnly;

/** Nobody rewrites what was published, saved or decided. */
@Component
class StudioIsAppendOnly extends AppendOnly {

	StudioIsAppendOnly() {
		super("66.4", "design_version", "design_version_file", "design_content", "design_draft_file", "design_act");
	}
}
