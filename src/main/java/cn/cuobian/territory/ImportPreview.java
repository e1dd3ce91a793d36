package cn.cuobian.territory;

import java.util.List;

/** What a file would do. Errors are in the order of their lines; with any error nothing can be applied. */
public record ImportPreview(List<Place> added, List<Place> changed, int unchanged, List<LineError> errors) {

	public boolean isApplicable() {
		return errors.isEmpty();
	}

	public boolean isEmpty() {
		return added.isEmpty() && changed.isEmpty();
	}
}
