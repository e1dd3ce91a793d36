package cn.cuobian.design.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.Part;

import cn.cuobian.refusals.Refusal;

/** Reads the form that the drawing tool sends: some fields, and each file under its own name. */
final class DeliveryForm {

	private static final String NAME = "deployment-name";
	private static final String TENANT = "tenant-id";
	/** Understood by an engine; here every saving that changes nothing is none, and drafts know no source. */
	private static final Set<String> IGNORED = Set.of("deployment-source", "enable-duplicate-filtering", "deploy-changed-only");
	private static final int LONGEST_FIELD = 400;

	private final Map<String, byte[]> files = new LinkedHashMap<>();
	private String name = "";

	private DeliveryForm() {
	}

	/** @throws Refusal for a form that no drawing tool sends */
	static Delivery read(Collection<Part> parts) throws IOException {
		var form = new DeliveryForm();
		for (Part part : parts) {
			form.take(part);
		}
		if (form.files.isEmpty()) {
			throw new Refusal("design.desk-no-file");
		}
		return new Delivery(form.name, form.files);
	}

	private void take(Part part) throws IOException {
		if (part.getSubmittedFileName() != null) {
			file(part);
		} else if (part.getName().equals(NAME)) {
			name = text(part);
		} else if (part.getName().equals(TENANT)) {
			if (!text(part).isEmpty()) {
				throw new Refusal("design.desk-tenant");
			}
		} else if (!IGNORED.contains(part.getName())) {
			throw new Refusal("design.desk-field", part.getName());
		}
	}

	private void file(Part part) throws IOException {
		if (files.put(part.getSubmittedFileName(), part.getInputStream().readAllBytes()) != null) {
			throw new Refusal("design.desk-file-twice", part.getSubmittedFileName());
		}
	}

	private static String text(Part part) throws IOException {
		if (part.getSize() > LONGEST_FIELD) {
			throw new Refusal("design.desk-long-field", part.getName());
		}
		return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
	}
}
