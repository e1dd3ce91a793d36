package cn.cuobian.design;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;

import cn.cuobian.engine.inspection.ModelFile;
import cn.cuobian.people.Group;
import cn.cuobian.people.Person;
import cn.cuobian.people.SomePeople;
import cn.cuobian.people.TestViewers;
import cn.cuobian.people.Viewer;

/** Designers, approvers, and a bundle of its own for each test: one drawing with two tasks and their form. */
@TestComponent
public class Studio {

	private static final AtomicInteger LAST = new AtomicInteger();

	private final ApplicationContext application;
	private final SomePeople some;
	private final Bundles bundles;
	private final Drafts drafts;
	private final ShippedVersions shipped;
	private final Approval approval;
	private final TrialRows trials;

	public Studio(ApplicationContext application, SomePeople some, Bundles bundles, Drafts drafts, ShippedVersions shipped, Approval approval, TrialRows trials) {
		this.application = application;
		this.some = some;
		this.bundles = bundles;
		this.drafts = drafts;
		this.shipped = shipped;
		this.approval = approval;
		this.trials = trials;
	}

	/** A new bundle with version 1, as if the program had brought it along. */
	public String bundle() {
		var bundle = "sketch" + LAST.incrementAndGet();
		ships(bundle, "");
		return bundle;
	}

	/** What the program brings along at its next start: the drawing is the same, the form says something else. */
	void ships(String bundle, String words) {
		shipped.record(bundle, List.of(new ModelFile(bundle, bundle + ".bpmn", trial("bpmn/trial/trial.bpmn").replace("\"trial\"", '"' + bundle + '"').getBytes(StandardCharsets.UTF_8)),
				new ModelFile(bundle, "try-task.form", trial("forms/trial/try-task.form").replace("情况", "情况" + words).getBytes(StandardCharsets.UTF_8))));
	}

	static String form(String bundle) {
		return bundle + "/try-task.form";
	}

	static String model(String bundle) {
		return bundle + "/" + bundle + ".bpmn";
	}

	private static String trial(String file) {
		try {
			return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** A draft in which the form says something else. */
	public long draft(String bundle, String words, Viewer designer) {
		var draft = drafts.begin(bundle, "把“情况”改成“" + words + "”", designer);
		drafts.save(draft, 0, form(bundle), changed(draft, form(bundle), "情况", words), designer);
		return draft;
	}

	long submitted(String bundle, String words, Viewer designer) {
		var draft = draft(bundle, words, designer);
		approval.submit(draft, 1, "楼栋长看不懂原来的说法", designer);
		return draft;
	}

	/** Approved by the given person, who may publish it. */
	long approved(String bundle, String words, Viewer designer, Viewer approver) {
		var draft = submitted(bundle, words, designer);
		approval.approve(draft, 1, "同意", approver);
		tried(draft);
		return draft;
	}

	/** As if it had run by itself without a fault; the trial run has tests of its own. */
	void tried(long draft) {
		trials.keep(new Trial(draft, drafts.of(draft).revision(), true, "", 0, Instant.EPOCH));
	}

	Person person(String post) {
		return some.holding(post, Group.EVERYWHERE);
	}

	Viewer as(Person person) {
		return TestViewers.of(application, person);
	}

	public Viewer designer() {
		return as(person("process-designer"));
	}

	Viewer approver() {
		return as(person("model-approver"));
	}

	Viewer administrator() {
		return as(person("administrator"));
	}

	/** What a file of the draft says, with one word replaced. */
	byte[] changed(long draft, String path, String word, String by) {
		var text = text(draft, path);
		if (!text.contains(word)) {
			throw new IllegalStateException(path + " does not say " + word);
		}
		return text.replace(word, by).getBytes(StandardCharsets.UTF_8);
	}

	/** What a file of a bundle says in the version in force. */
	String shipped(String path) {
		var bundle = Paths.bundle(path);
		return bundles.files(bundle, bundles.current(bundle).version()).stream().filter(file -> file.path().equals(path)).findFirst()
				.map(file -> new String(file.content(), StandardCharsets.UTF_8)).orElseThrow();
	}

	String text(long draft, String path) {
		return new String(drafts.content(draft, path), StandardCharsets.UTF_8);
	}
}
