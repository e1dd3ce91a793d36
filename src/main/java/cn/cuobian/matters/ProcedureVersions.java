package cn.cuobian.matters;

import java.util.Optional;

/** Says which version of a procedure people would call a drawing by; answered by the room in which versions are made. */
public interface ProcedureVersions {

	/** @param definitionId the drawing; empty for one that is older than the first version on record */
	Optional<Integer> of(String definitionId);
}
