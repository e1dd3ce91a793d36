package cn.cuobian.refusals;

import java.sql.SQLException;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says at the start, instead of a page of stack traces, that the H2 file is damaged, and what to do. In both languages: nobody
 * is there yet to choose one.
 */
class DamagedFile extends AbstractFailureAnalyzer<SQLException> {

	/** H2: the file is damaged, or no file of H2 at all. */
	private static final Set<Integer> DAMAGED = Set.of(90030, 90048);
	private static final int UNEXPECTED = 50000;
	private static final String H2 = "org.h2.";
	private static final String STORE = "org.h2.mvstore.";

	@Override
	protected FailureAnalysis analyze(Throwable failure, SQLException cause) {
		for (Throwable each = cause; each != null; each = each.getCause()) {
			if (each instanceof SQLException said && isDamage(said)) {
				return new FailureAnalysis(said("refusals.damaged-file") + "\n" + said.getMessage(), said("refusals.damaged-file.action"), failure);
			}
		}
		return null;
	}

	/** Of errors that H2 did not expect, those of its store. */
	private static boolean isDamage(SQLException said) {
		return said.getClass().getName().startsWith(H2) && (DAMAGED.contains(said.getErrorCode())
				|| said.getErrorCode() == UNEXPECTED && said.getCause() != null && said.getCause().getStackTrace().length > 0
						&& said.getCause().getStackTrace()[0].getClassName().startsWith(STORE));
	}

	private static String said(String key) {
		return Stream.of(Locale.ROOT, Locale.ENGLISH)
				.map(language -> ResourceBundle.getBundle("i18n/refusals", language, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)).getString(key))
				.collect(Collectors.joining("\n"));
	}
}
