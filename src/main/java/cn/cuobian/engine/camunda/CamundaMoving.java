package cn.cuobian.engine.camunda;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.stereotype.Component;

import cn.cuobian.engine.ModelSafety;
import cn.cuobian.engine.Moving;
import cn.cuobian.engine.inspection.ModelFile;

@Component
class CamundaMoving implements Moving {

	private final MovingRows rows;
	private final RepositoryService repository;
	private final ProcessEngineConfigurationImpl engine;
	private final ModelSafety safety;
	private final Removal removal;
	private final Copying copying;

	CamundaMoving(MovingRows rows, RepositoryService repository, ProcessEngineConfigurationImpl engine, ModelSafety safety, Removal removal,
			Copying copying) {
		this.rows = rows;
		this.repository = repository;
		this.engine = engine;
		this.safety = safety;
		this.removal = removal;
		this.copying = copying;
	}

	@Override
	public Optional<Origin> origin(String definitionId) {
		return rows.origin(definitionId);
	}

	@Override
	public List<Waiting> waiting(String room) {
		return rows.waiting(room);
	}

	@Override
	public Map<String, Long> open(String room) {
		return rows.open(room);
	}

	@Override
	public long countBehind(String room, String deployment) {
		return rows.countBehind(room, deployment);
	}

	@Override
	public List<String> behind(String room, String deployment, String after, int most) {
		return rows.behind(room, deployment, after, most);
	}

	@Override
	public List<String> waitingAt(String deployment, String model, String element, String after, int most) {
		return rows.waitingAt(deployment, model, element, after, most);
	}

	@Override
	public List<Standing> standing(String subject, String room) {
		return rows.standing(subject, room);
	}

	@Override
	public Map<String, List<ModelFile>> brought(String room) {
		Map<String, List<ModelFile>> brought = new LinkedHashMap<>();
		repository.createDeploymentQuery().deploymentName(room).deploymentSource(Deployments.SOURCE).orderByDeploymentTime().asc().list()
				.forEach(deployment -> brought.put(deployment.getId(), files(room, deployment.getId())));
		return brought;
	}

	private List<ModelFile> files(String room, String deployment) {
		return repository.getDeploymentResourceNames(deployment).stream().sorted()
				.map(path -> new ModelFile(room, path.substring(path.indexOf('/') + 1), content(deployment, path))).toList();
	}

	private byte[] content(String deployment, String path) {
		try (InputStream resource = repository.getResourceAsStream(deployment, path)) {
			return resource.readAllBytes();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public List<Landing> landings(String deployment, String model, ModelFile drawing, Collection<String> elements, Map<String, String> wishes) {
		safety.check(drawing.path(), drawing.content());
		return CamundaPublishing.readable(drawing.path(), () -> engine.getCommandExecutorTxRequired().execute(context -> {
			var crossing = Crossing.between(engine, deployed(context, deployment, model), parsed(drawing, model), wishes);
			return elements.stream().map(element -> new Landing(element, crossing.landing(element).orElse(null), crossing.possible(element),
					crossing.against(element))).toList();
		}));
	}

	private ProcessDefinitionEntity deployed(CommandContext context, String deployment, String model) {
		var found = context.getProcessDefinitionManager().findProcessDefinitionByDeploymentAndKey(deployment, model);
		return engine.getDeploymentCache().findDeployedProcessDefinitionById(found.getId());
	}

	/** As the engine would read it if it were deployed. */
	private ProcessDefinitionEntity parsed(ModelFile drawing, String model) {
		var parser = engine.getDeployers().stream().filter(BpmnDeployer.class::isInstance).map(BpmnDeployer.class::cast).findFirst().orElseThrow()
				.getBpmnParser();
		var parse = parser.createParse().sourceInputStream(new ByteArrayInputStream(drawing.content())).deployment(new DeploymentEntity())
				.name(drawing.path());
		parse.execute();
		var definition = parse.getProcessDefinitions().stream().filter(read -> read.getKey().equals(model)).findFirst().orElseThrow();
		definition.setId(drawing.path()); // the engine's rules compare the scopes of events by id
		return definition;
	}

	@Override
	public List<Copy> copies(String subject, String room, String deployment) {
		return copying.of(subject, room, deployment);
	}

	@Override
	public void stand(String definitionId, String subject, Map<String, ?> facts, List<Token> tokens) {
		copying.stand(definitionId, subject, Facts.checked(facts), tokens);
	}

	@Override
	public void move(String subject, String room, String deployment, Map<String, Map<String, String>> wishes) {
		rows.instances(subject, room, deployment)
				.forEach(instance -> removal.move(instance, deployment, wishes.getOrDefault(instance.model(), Map.of())));
	}
}
