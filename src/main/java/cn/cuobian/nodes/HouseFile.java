package cn.cuobian.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;

import org.flywaydb.core.Flyway;
import org.h2.tools.Restore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The file of H2, kept as it was before a migration until all tables stand: H2 commits each change of a table at once, so
 * that a migration cut off half way could never be run again (decision 0039).
 */
@Component
class HouseFile implements EnvironmentAware, BeanFactoryPostProcessor, SmartInitializingSingleton {

	private static final Logger LOG = LoggerFactory.getLogger(HouseFile.class);
	private static final Pattern URL = Pattern.compile("jdbc:h2:file:([^;]+).*");

	/** Without its ending, as the address names it. */
	private Optional<Path> file = Optional.empty();

	/** What is made as early as this gets nothing by its constructor. */
	@Override
	public void setEnvironment(Environment settings) {
		var url = URL.matcher(settings.getProperty("spring.datasource.url", ""));
		file = url.matches() ? Optional.of(Path.of(url.group(1)).toAbsolutePath()) : Optional.empty();
	}

	/** Before anybody opens it. What the file had become stays beside it: a version before may have taken requests in it since. */
	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
		file.filter(house -> Files.exists(kept(house)) && !isOpenElsewhere(house)).ifPresent(HouseFile::putBack);
	}

	private static void putBack(Path house) {
		try {
			// not beginning with the house's name: H2 would put it into the next copy
			var aside = house.resolveSibling("half-migrated-" + Files.getLastModifiedTime(kept(house)).toMillis() + "-" + house.getFileName() + ".mv.db");
			if (!Files.exists(aside)) { // else an earlier start was cut off while it put the copy back
				Files.move(ending(house, ".mv.db"), aside, StandardCopyOption.ATOMIC_MOVE);
			}
			Restore.execute(kept(house).toString(), house.getParent().toString(), house.getFileName().toString());
			LOG.warn("An earlier start ended in the middle of its migrations; {} is as it was before, and what it had become lies in {}", house, aside);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Before the first migration, if there is one to come. */
	void keep(Flyway flyway) {
		if (file.isPresent() && flyway.info().pending().length > 0) {
			keep(file.get(), flyway);
		}
	}

	/** All tables stand, those of the engine too, and no request was taken yet. */
	@Override
	public void afterSingletonsInstantiated() {
		file.ifPresent(house -> {
			try {
				Files.deleteIfExists(kept(house));
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		});
	}

	private static void keep(Path house, Flyway flyway) {
		var part = ending(house, ".before-migration.part");
		try (var db = flyway.getConfiguration().getDataSource().getConnection(); var backup = db.prepareStatement("backup to ?")) {
			backup.setString(1, part.toString());
			backup.execute();
			Files.move(part, kept(house), StandardCopyOption.ATOMIC_MOVE);
		} catch (SQLException | IOException e) {
			throw new IllegalStateException("There is no room to keep " + house + " as it is before the migrations", e);
		}
	}

	/** H2 holds this lock as long as it has the file open. */
	private static boolean isOpenElsewhere(Path house) {
		try (var channel = FileChannel.open(ending(house, ".mv.db"), StandardOpenOption.WRITE, StandardOpenOption.CREATE); var lock = channel.tryLock()) {
			return lock == null;
		} catch (OverlappingFileLockException byThisProgram) {
			return true;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Path kept(Path house) {
		return ending(house, ".before-migration.zip");
	}

	private static Path ending(Path house, String ending) {
		return house.resolveSibling(house.getFileName() + ending);
	}
}
