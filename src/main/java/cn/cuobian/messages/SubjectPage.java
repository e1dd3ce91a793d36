package cn.cuobian.messages;

/** The page of what a clock runs for, where no task of it is open. */
final class SubjectPage {

	private SubjectPage() {
	}

	/** @param number of the matter, if it is one */
	static String of(String subject, String number) {
		var id = subject.substring(subject.indexOf(':') + 1);
		return subject.startsWith("election:") ? "/elections/" + id
				: subject.startsWith("committee:") ? "/elections/committees/" + id : "/matters/" + number;
	}
}
