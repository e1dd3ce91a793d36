package cn.cuobian.design;

import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.cuobian.engine.Moving;
import cn.cuobian.matters.ProcedureVersions;

/** The version of the bundle from which a drawing was deployed. */
@Component
class VersionOfDrawing implements ProcedureVersions {

	private final Moving moving;
	private final DeployedVersions deployed;

	VersionOfDrawing(Moving moving, DeployedVersions deployed) {
		this.moving = moving;
		this.deployed = deployed;
	}

	@Override
	public Optional<Integer> of(String definitionId) {
		return moving.origin(definitionId).map(origin -> deployed.of(origin.room()).get(origin.deployment()));
	}
}
