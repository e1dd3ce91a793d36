package cn.cuobian.twin;

import java.util.List;
import java.util.Set;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.stereotype.Component;

/** What a server does by itself every few seconds, done when the walk says so. */
@ForTwin
@Component
class Rounds {

	private static final Set<String> BY_TIME = Set.of("clocks.RungSweep.run", "notices.Notices.round", "votes.BoxRounds.round");
	private static final String MAIL = "messages.MailRound.run";
	private static final String ROOMS = "cn.cuobian.";

	private final ObjectProvider<ScheduledTaskHolder> holders;

	Rounds(ObjectProvider<ScheduledTaskHolder> holders) {
		this.holders = holders;
	}

	/** Whatever a moment brings: reminders, notices that are over, votes that open or close. */
	void ofTime() {
		tasks().stream().filter(task -> BY_TIME.contains(name(task))).forEach(Rounds::run);
	}

	/** Writes the mails that wait. */
	void ofMail() {
		tasks().stream().filter(task -> name(task).equals(MAIL)).forEach(Rounds::run);
	}

	private List<ScheduledTask> tasks() {
		return holders.stream().flatMap(holder -> holder.getScheduledTasks().stream()).toList();
	}

	private static void run(ScheduledTask task) {
		task.getTask().getRunnable().run();
	}

	private static String name(ScheduledTask task) {
		String name = task.toString();
		return name.startsWith(ROOMS) ? name.substring(ROOMS.length()) : name;
	}
}
