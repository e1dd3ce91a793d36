package cn.cuobian.benchmark.engines;

import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import cn.cuobian.benchmark.MadeUpCity;
import cn.cuobian.matters.Channel;
import cn.cuobian.matters.Contact;
import cn.cuobian.matters.Intake;
import cn.cuobian.matters.Receipt;
import cn.cuobian.matters.Report;
import cn.cuobian.matters.ResidentActs;
import cn.cuobian.people.SomePeople;
import cn.cuobian.people.TestViewers;
import cn.cuobian.people.Viewer;
import cn.cuobian.worklist.Workbench;
import cn.cuobian.worklist.Worklist;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole house: what the others do, and the record with its chain, the clocks, the lists, the board, search and forms.
 * Matters come up in twenty buildings, and each has one person for everything.
 */
final class House implements Contestant {

	private static final int BUILDINGS = 20;
	private static final List<Map<String, ?>> FORMS = List.of(
			Map.of("minutes", "上门看了，商定下周换水管", "decision", "solved"),
			Map.of("minutes", "水管已经换好"),
			Map.of("checked", List.of("visit"), "decision", "verified"),
			Map.of("answer", "水管换好了，不再渗水", "told_by", "code"));

	private final ConfigurableApplicationContext house;
	private final Map<Integer, Viewer> viewers = new ConcurrentHashMap<>();

	private House(ConfigurableApplicationContext house) {
		this.house = house;
	}

	public static void main(String[] arguments) throws Exception {
		Console.endWhenBroken();
		TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
		var house = new SpringApplicationBuilder(Class.forName("cn.cuobian.CuobianApplication"), SomePeople.class).run("--spring.profiles.active=postgres",
				"--CUOBIAN_DB_URL=" + arguments[0], "--CUOBIAN_DB_USER=postgres", "--CUOBIAN_DB_PASSWORD=postgres", "--server.port=0",
				"--logging.level.root=warn", "--cuobian.public.reports-per-hour=100000000", "--cuobian.vault.file=" + arguments[1]);
		Console.open(new House(house));
	}

	private Viewer viewer(int building) {
		if (viewers.size() < BUILDINGS) {
			everybodyMovesIn();
		}
		return viewers.get(building);
	}

	/** Before the first matter, so that copies of a matter never take a person along. */
	private synchronized void everybodyMovesIn() {
		var people = house.getBean(SomePeople.class);
		MadeUpCity.buildOnce(house.getBean(JdbcClient.class));
		for (int building = viewers.size(); building < BUILDINGS; building++) {
			viewers.put(building, TestViewers.of(house, MadeUpCity.holderOfEverything(house, people, building)));
		}
	}

	@Override
	public void life(long n) {
		int building = (int) (n % BUILDINGS);
		Viewer viewer = viewer(building);
		Receipt receipt = file(n, building);
		String subject = subject(receipt);
		for (Map<String, ?> form : FORMS) {
			String task = house.getBean(Worklist.class).openFor(subject).get(0).taskId();
			house.getBean(Workbench.class).complete(task, form, viewer);
		}
		house.getBean(ResidentActs.class).rate(receipt.trackingCode(), 5, "很满意");
	}

	private Receipt file(long n, int building) {
		viewer(building);
		return house.getBean(Intake.class).report(new Report("bb" + building, null, null, "water", null,
				"雨后中庭地面一直渗水，已经第" + n + "天，电梯口也湿了，请尽快来看看。", Channel.WEB, null, false, Contact.NONE, null, null, null, List.of()));
	}

	private String subject(Receipt receipt) {
		return "matter:" + house.getBean(JdbcClient.class).sql("select id from matter where number = ?").param(receipt.number())
				.query(Long.class).single();
	}

	/** The instance and the subject: what a copy of the matter has to begin with. */
	@Override
	public String report(long n) {
		String subject = subject(file(n, 0));
		return house.getBean(JdbcClient.class).sql("select proc_inst_id_ from act_ru_execution where business_key_ = ?").param(subject)
				.query(String.class).list().get(0) + " " + subject;
	}

	@Override
	public void timers(boolean on) {
		var jobs = house.getBean(JobExecutor.class);
		if (on) {
			jobs.start();
		} else if (jobs.isActive()) {
			jobs.shutdown();
		}
	}
}
