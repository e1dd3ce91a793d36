package cn.cuobian.files;

import java.nio.charset.StandardCharsets;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

import cn.cuobian.vault.Sha256;

/**
 * Keeps a node from starting that could not keep the files it is given: at the start something is put into the store, read and
 * removed. A store that does not answer is no reason: everything but files goes on without it.
 */
@Component
class StoreProbe implements SmartInitializingSingleton {

	private static final Logger LOG = LoggerFactory.getLogger(StoreProbe.class);
	private static final byte[] WORD = "cuobian".getBytes(StandardCharsets.UTF_8);

	private final FileStore store;
	private final FileSettings settings;

	StoreProbe(FileStore store, FileSettings settings) {
		this.store = store;
		this.settings = settings;
	}

	/** @throws IllegalStateException with what the store said and what the operator can do */
	@Override
	public void afterSingletonsInstantiated() {
		if (!store.isThere()) {
			return;
		}
		try {
			var name = store.put(WORD);
			store.get(name, Sha256.hex(WORD));
			store.remove(name);
		} catch (StoreAway e) {
			if (e.isRefused()) {
				throw new IllegalStateException("The store at " + settings.endpoint() + " does not let this node put, read and remove in the bucket "
						+ settings.bucket() + ": " + e.getMessage() + ". Check bucket, region, path-style, key-id and secret of cuobian.files, what the key "
						+ "is allowed to do, and the clock of this machine.", e);
			}
			LOG.warn("The store of files at {} does not answer. Until it does, files are neither taken nor shown; everything else goes on.",
					settings.endpoint());
		} catch (LostFile e) {
			throw new IllegalStateException("The store at " + settings.endpoint() + " does not give back what was put into it.", e);
		}
	}
}
