package cn.cuobian.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import cn.cuobian.CuobianTest;

/** What is delivered beside the program: images, the compose file, the board and the alerts. */
@CuobianTest
class DeliveryTests {

	private static final Path DOCKER = Path.of("docker");
	private static final Path BOARD = DOCKER.resolve("grafana/boards/cuobian.json");
	private static final Path ALERTS = DOCKER.resolve("prometheus/alerts.yml");
	private static final Pattern SERIES = Pattern.compile("\\b(?:cuobian|jvm|hikaricp|http|process|system)_[a-z0-9_]+");
	private static final Pattern IMAGE = Pattern.compile("(?m)^(?:\\s+image: |FROM )(\\S+)");
	private static final Pattern PINNED = Pattern.compile("[a-z0-9/-]+:v?\\d+\\.\\d+\\S*");

	@Autowired
	MockMvc web;

	@Test
	void theComposeFileIsAccepted() throws Exception {
		var there = runs("docker-compose", "version") == 0;
		if (System.getenv("CI") != null) {
			assertThat(there).as("CI checks the compose file: apt-get install docker-compose").isTrue();
		}
		assumeThat(there).as("docker-compose checks the file; Debian's package docker-compose has it").isTrue();
		assertThat(runs("docker-compose", "-f", DOCKER.resolve("compose.yaml").toString(), "config", "-q")).isZero();
	}

	@Test
	void everyImageIsPinnedByItsVersion() throws Exception {
		var images = new ArrayList<String>();
		for (var file : List.of("Dockerfile", "compose.yaml")) {
			IMAGE.matcher(Files.readString(DOCKER.resolve(file))).results().map(found -> found.group(1)).forEach(images::add);
		}
		images.remove("cuobian:0.1.0"); // our own
		assertThat(images).hasSizeGreaterThan(7).allMatch(image -> PINNED.matcher(image).matches(), "has a version");
	}

	@Test
	void theBoardAndTheAlertsNameOnlyWhatIsExported() throws Exception {
		web.perform(get("/report"));
		var named = new TreeSet<String>();
		for (var file : List.of(BOARD, ALERTS)) {
			SERIES.matcher(Files.readString(file)).results().map(found -> found.group()).forEach(named::add);
		}
		assertThat(named).contains("cuobian_house_rungs_behind_seconds", "cuobian_house_mails_oldest_seconds", "cuobian_clock_skew_seconds");
		// counted by rung: there is none before the first one was told
		named.remove("cuobian_rungs_told_total");
		assertThat(exported()).containsAll(named);
	}

	@Test
	void everyPanelHasATitleInBothLanguagesAndAQuestion() throws Exception {
		JsonNode board = JsonMapper.builder().build().readTree(Files.readString(BOARD));
		assertThat(board.get("panels")).hasSizeGreaterThan(15).allSatisfy(panel -> {
			assertThat(panel.get("title").asString()).matches(".*\\p{IsHan}.* · [A-Z].*");
			assertThat(panel.get("targets").get(0).get("expr").asString()).isNotBlank();
		});
	}

	@Test
	void whatAllNodesHaveInCommonIsNeverAddedUp() throws Exception {
		for (var file : List.of(BOARD, ALERTS)) {
			assertThat(Files.readString(file)).doesNotContainPattern("sum[^\"\\n]{0,40}\\(cuobian_house_");
		}
	}

	private Set<String> exported() {
		return Scrape.of(web).all().keySet().stream().map(series -> series.replaceAll("\\{.*", "")).collect(Collectors.toSet());
	}

	private static int runs(String... command) throws InterruptedException {
		try {
			return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
		} catch (IOException e) {
			return -1;
		}
	}
}
