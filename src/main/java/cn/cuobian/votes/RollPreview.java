package cn.cuobian.votes;

import java.util.List;

import cn.cuobian.territory.LineError;

/**
 * What a file would make the roll. With any error nothing can be applied.
 *
 * @param remarks what cannot be known from the file and should be looked at; none of them stops the import
 */
record RollPreview(List<UnitLine> lines, RollTotals totals, List<LineError> errors, List<LineError> remarks) {

	boolean isApplicable() {
		return errors.isEmpty();
	}
}
