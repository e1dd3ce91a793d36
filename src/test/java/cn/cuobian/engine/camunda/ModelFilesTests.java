package cn.cuobian.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import cn.cuobian.PostgresForTests;
import cn.cuobian.engine.Model;
import cn.cuobian.engine.Models;
import cn.cuobian.engine.Publishing;
import cn.cuobian.engine.Verbs;
import cn.cuobian.engine.inspection.Inspector;
import cn.cuobian.engine.inspection.ModelFile;
import cn.cuobian.engine.inspection.Rooms;
import cn.cuobian.refusals.Refusal;

/** Models are found, inspected, and deployed when they changed. */
@Tag(PostgresForTests.DATABASE)
@SpringJUnitConfig(EngineAlone.class)
class ModelFilesTests {

	@TempDir
	Path folder;
	@Autowired
	RepositoryService repository;
	@Autowired
	ProcessEngineConfigurationImpl engine;

	@Test
	void theProjectsOwnModelsAreFoundByRoom() {
		assertThat(files(List.of()).byRoom()).containsKeys("clocks", "escalation", "matters");
		assertThat(files(List.of()).byRoom().get("matters")).extracting(ModelFile::path)
				.contains("matters/close_matter.bpmn", "matters/carry-out.form");
	}

	@Test
	void anExtraFolderIsARoomOrHoldsRooms() throws IOException {
		write("charging/charging.bpmn", "");
		write("charging/charging.form", "");
		write("house/bpmn/parking/parking.bpmn", "");
		write("house/forms/parking/parking.form", "");

		var found = files(List.of(uri("charging"), uri("house"))).byRoom();

		assertThat(found.get("charging")).extracting(ModelFile::path).containsExactly("charging/charging.bpmn", "charging/charging.form");
		assertThat(found.get("parking")).extracting(ModelFile::path).containsExactly("parking/parking.bpmn", "parking/parking.form");
	}

	@Test
	void aModelThatTheInspectorRefusesStopsTheStartWithASentence() throws IOException {
		write("charging/charging.bpmn", Drawings.bpmn("charging", Drawings.around("x", HostileExpressions.service("camunda:class=\"x\"", ""))));
		assertThatThrownBy(() -> deployments("charging").afterSingletonsInstantiated())
				.isInstanceOf(IllegalStateException.class).hasMessageContaining("charging/charging.bpmn").hasMessageContaining("class");
		assertThat(repository.createDeploymentQuery().deploymentName("charging").count()).isZero();
	}

	@Test
	void onlyWhatChangedIsDeployedAgain() throws IOException {
		write("tables/charging_tier.dmn", Drawings.dmn("charging_tier", "", "kind", "\"a\""));
		deployments("tables").afterSingletonsInstantiated();
		deployments("tables").afterSingletonsInstantiated();
		assertThat(repository.createDeploymentQuery().deploymentName("tables").count()).isOne();

		write("tables/charging_tier.dmn", Drawings.dmn("charging_tier", "", "kind", "\"b\""));
		deployments("tables").afterSingletonsInstantiated();
		assertThat(repository.createDeploymentQuery().deploymentName("tables").count()).isEqualTo(2);
	}

	@Test
	void whatPeoplePublishedIsNotReplacedAtAStart() throws IOException {
		write("published/parking_tier.dmn", Drawings.dmn("parking_tier", "", "kind", "\"a\""));
		deployments("published").afterSingletonsInstantiated();
		publishing("published").publish("published", List.of(ModelFile.of("published", "parking_tier.dmn", Drawings.dmn("parking_tier", "", "kind", "\"mine\""))), "studio");
		deployments("published").afterSingletonsInstantiated();
		write("published/parking_tier.dmn", Drawings.dmn("parking_tier", "", "kind", "\"newer\""));
		deployments("published").afterSingletonsInstantiated();

		assertThat(repository.createDeploymentQuery().deploymentName("published").orderByDeploymentTime().desc().list())
				.extracting(Deployment::getSource).containsExactlyInAnyOrder("studio", Deployments.SOURCE);
		assertThat(repository.createDecisionDefinitionQuery().decisionDefinitionKey("parking_tier").latestVersion().singleResult().getVersion()).isEqualTo(2);
	}

	@Test
	void whatTheGuardOrTheEngineDoesNotTakeIsRefusedAndLeavesNothing() {
		var hostile = ModelFile.of("refused", "evil.bpmn", Drawings.bpmn("evil", Drawings.around("x", HostileExpressions.service("camunda:class=\"x\"", ""))));
		var impossible = ModelFile.of("refused", "two.bpmn", Drawings.bpmn("two", "<bpmn:sequenceFlow id=\"f\" sourceRef=\"nowhere\" targetRef=\"nobody\"/>"));
		assertThatThrownBy(() -> publishing("refused").publish("refused", List.of(hostile), "studio")).isInstanceOf(Refusal.class)
				.hasMessage("engine.model-attribute");
		assertThatThrownBy(() -> publishing("refused").publish("refused", List.of(impossible), "studio")).isInstanceOf(Refusal.class)
				.hasMessage("engine.model-not-deployable");
		assertThat(repository.createDeploymentQuery().deploymentName("refused").count()).isZero();
	}

	private Publishing publishing(String name) {
		return new CamundaPublishing(repository, files(List.of(uri(name))), event -> { });
	}

	@Test
	void aModelWhoseFileIsGoneIsOfferedNoMoreAndAgainWhenTheFileIsBack() throws IOException {
		String drawing = Drawings.bpmn("leaving", Drawings.around("x", "<bpmn:manualTask id=\"x\"/>"));
		write("offers/leaving.bpmn", drawing);
		write("offers/staying.bpmn", drawing.replace("leaving", "staying"));
		deployAsTheProgramDoes("offers/leaving.bpmn", "offers/staying.bpmn");
		assertThat(offered()).containsExactly("leaving", "staying");

		Files.delete(folder.resolve("offers/leaving.bpmn"));
		assertThat(offered()).containsExactly("staying");

		write("offers/leaving.bpmn", drawing);
		assertThat(offered()).containsExactly("leaving", "staying");
	}

	private void deployAsTheProgramDoes(String... paths) throws IOException {
		var deployment = repository.createDeployment().name("offers").source(Deployments.SOURCE);
		for (String path : paths) {
			deployment.addString(path, Files.readString(folder.resolve(path)));
		}
		deployment.deploy();
	}

	private List<String> offered() {
		return models().latest().stream().map(Model::key).filter(List.of("leaving", "staying")::contains).toList();
	}

	private Models models() {
		return new CamundaModels(repository, engine, files(List.of(uri("offers"))));
	}

	/** Looks at one folder alone: the house's own models need verbs that this small context lacks. */
	private Deployments deployments(String name) {
		var verbs = new Verbs(Map.of());
		var alone = new ModelFiles(new PathMatchingResourcePatternResolver(), List.of(uri(name))) {
			@Override
			Map<String, List<ModelFile>> byRoom() {
				return Map.of(name, super.byRoom().get(name));
			}
		};
		return new Deployments(repository, alone, new Inspector(new Guard(verbs), new JuelExpressions(), verbs,
				new Rooms(Map.of())), messages());
	}

	private static MessageSource messages() {
		var messages = new ResourceBundleMessageSource();
		messages.setBasename("i18n/engine");
		messages.setDefaultEncoding("UTF-8");
		return messages;
	}

	private static ModelFiles files(List<String> extra) {
		return new ModelFiles(new PathMatchingResourcePatternResolver(), extra);
	}

	private String uri(String name) {
		return folder.resolve(name).toUri().toString();
	}

	private void write(String path, String content) throws IOException {
		Files.createDirectories(folder.resolve(path).getParent());
		Files.writeString(folder.resolve(path), content);
	}
}
