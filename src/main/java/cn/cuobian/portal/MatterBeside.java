package cn.cuobian.portal;

import java.util.Locale;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import cn.cuobian.matters.MatterFile;
import cn.cuobian.matters.MatterSheet;
import cn.cuobian.people.Viewer;

/** The matter a task is about, as it stands beside the form. */
@Component
class MatterBeside {

	private static final String TYPE = "matter:";

	private final MatterFile file;
	private final MatterSheet sheet;

	MatterBeside(MatterFile file, MatterSheet sheet) {
		this.file = file;
		this.sheet = sheet;
	}

	/** Adds nothing when the task is about something else. */
	void describe(String subject, Viewer viewer, Model model, Locale locale) {
		if (subject.startsWith(TYPE)) {
			file.find(Long.parseLong(subject.substring(TYPE.length())), viewer)
				.ifPresent(matter -> sheet.describe(matter, viewer, model, locale));
		}
	}
}
