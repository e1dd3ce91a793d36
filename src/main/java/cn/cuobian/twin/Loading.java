package cn.cuobian.twin;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import cn.cuobian.design.walk.Order.Sheet;
import cn.cuobian.engine.Models;
import cn.cuobian.engine.Publishing;
import cn.cuobian.engine.inspection.ModelFile;
import cn.cuobian.matters.Kinds;

/** Puts models into the empty house: those rooms that differ from what the program brings along. */
@ForTwin
@Component
class Loading {

	private static final String SOURCE = "studio";
	/** The house as it is furnished at the start, and with the models on trial. */
	private static final String EMPTY = "empty";
	private static final String LOADED = "loaded";

	private final Publishing publishing;
	private final Models models;
	private final Kinds kinds;
	private final Snapshot snapshot;
	private final TransactionOperations transactions;

	Loading(Publishing publishing, Models models, Kinds kinds, Snapshot snapshot, TransactionOperations transactions) {
		this.publishing = publishing;
		this.models = models;
		this.kinds = kinds;
		this.snapshot = snapshot;
		this.transactions = transactions;
	}

	/** Once, before the first models come. */
	void furnished() {
		snapshot.keep(EMPTY);
		snapshot.keep(LOADED);
	}

	void load(List<Sheet> files) {
		snapshot.back(EMPTY);
		Map<String, List<ModelFile>> rooms = files.stream().map(Loading::file).collect(Collectors.groupingBy(ModelFile::room));
		Map<String, List<ModelFile>> shipped = publishing.shipped();
		transactions.executeWithoutResult(loading -> rooms.forEach((room, held) -> {
			if (!contents(held).equals(contents(shipped.getOrDefault(room, List.of())))) {
				publishing.publish(room, held, SOURCE);
			}
		}));
		kinds.learnFrom(models.latest());
		snapshot.keep(LOADED);
	}

	/** A newer version of one room beside the loaded ones. @return the engine's id of it */
	String next(List<Sheet> files) {
		List<ModelFile> held = files.stream().map(Loading::file).toList();
		String deployment = transactions.execute(loading -> publishing.publish(held.get(0).room(), held, SOURCE));
		snapshot.keep(LOADED);
		return deployment;
	}

	/** As after the last loading: nothing happened yet. */
	void reset() {
		snapshot.back(LOADED);
	}

	private static ModelFile file(Sheet sheet) {
		return ModelFile.of(sheet.room(), sheet.name(), sheet.content());
	}

	private static Map<String, String> contents(List<ModelFile> files) {
		Map<String, String> contents = new HashMap<>();
		files.forEach(file -> contents.put(file.path(), new String(file.content(), StandardCharsets.UTF_8)));
		return contents;
	}
}
