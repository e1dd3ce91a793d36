package cn.cuobian.design;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import cn.cuobian.design.BundleVersion.Origin;
import cn.cuobian.engine.Publishing;
import cn.cuobian.engine.inspection.ModelFile;

/**
 * Records what the program brings along, before the first request: version 1 of each bundle, and later a version more
 * whenever a new release of the program brought other files. Once people have published a bundle, that version is not
 * in force but offered to them.
 */
@Component
class ShippedVersions implements SmartInitializingSingleton {

	private static final Logger LOG = LoggerFactory.getLogger(ShippedVersions.class);

	private final Publishing publishing;
	private final Contents contents;
	private final VersionRows versions;
	private final TransactionOperations transactions;
	private final Clock clock;

	ShippedVersions(Publishing publishing, Contents contents, VersionRows versions, TransactionOperations transactions, Clock clock) {
		this.publishing = publishing;
		this.contents = contents;
		this.versions = versions;
		this.transactions = transactions;
		this.clock = clock;
	}

	@Override
	public void afterSingletonsInstantiated() {
		publishing.shipped().forEach(this::record);
	}

	void record(String bundle, List<ModelFile> files) {
		Map<String, String> digests = new TreeMap<>();
		files.forEach(file -> digests.put(file.path(), contents.keep(file.content())));
		try {
			transactions.executeWithoutResult(recording -> record(bundle, digests));
		} catch (DuplicateKeyException anotherNodeWasFirst) {
			LOG.debug("Another node has recorded the files of {}", bundle);
		}
	}

	private void record(String bundle, Map<String, String> digests) {
		var digest = VersionRows.digest(digests);
		// asked first: a node that records before the next question is seen by it, and one that records later has the number
		var number = versions.next(bundle);
		if (versions.shipped(bundle).filter(newest -> newest.digest().equals(digest)).isEmpty()) {
			versions.insert(new BundleVersion(bundle, number, Origin.SHIPPED, "", "", null, null, clock.instant(), digest, number, null, null), digests);
			LOG.info("The files of {} that came with the program are version {}", bundle, number);
		}
	}
}
