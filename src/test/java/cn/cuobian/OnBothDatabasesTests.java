package cn.cuobian;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.AnnotationSupport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.ContextConfiguration;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** {@code mvn verify} runs on PostgreSQL whatever carries the tag; nothing that needs a database goes without. */
class OnBothDatabasesTests {

	/** Brings both databases itself, or is about what one of them alone does: the limits of PostgreSQL's pool, the file of H2; or about a twin, which has its own. */
	private static final Set<String> BY_ITSELF = Set.of("cn.cuobian.relocation.MoveToPostgresqlTests", "cn.cuobian.NobodyWaitsForEverTests",
			"cn.cuobian.refusals.DamagedFileTests", "cn.cuobian.design.TrialTests");
	private static final List<Class<?>> DATABASES = List.of(SpringApplicationBuilder.class, EmbeddedPostgres.class, java.sql.DriverManager.class);

	@Test
	void everyTestThatNeedsADatabaseRunsOnBoth() {
		var tests = new ClassFileImporter().withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS).importPackages("cn.cuobian").stream()
				.filter(each -> each.isTopLevelClass() && each.getSimpleName().matches(".*Tests?") && !each.getModifiers().contains(JavaModifier.ABSTRACT)
						&& !each.isEquivalentTo(OnBothDatabasesTests.class) && !each.isEquivalentTo(PostgresForTests.class)).toList();
		assertThat(tests).filteredOn(OnBothDatabasesTests::runsOnBoth).hasSizeGreaterThan(80);
		assertThat(tests).filteredOn(each -> needsDatabase(each) && !runsOnBoth(each)).extracting(JavaClass::getName)
				.containsExactlyInAnyOrderElementsOf(BY_ITSELF);
	}

	@Test
	void aTestWithoutTheTagIsFound() {
		var forgotten = new ClassFileImporter().importClass(Forgotten.class);
		assertThat(needsDatabase(forgotten)).isTrue();
		assertThat(runsOnBoth(forgotten)).isFalse();
	}

	private static boolean needsDatabase(JavaClass test) {
		var annotations = MergedAnnotations.from(test.reflect(), SearchStrategy.TYPE_HIERARCHY);
		return annotations.isPresent(BootstrapWith.class) || annotations.isPresent(ContextConfiguration.class)
				|| test.getDirectDependenciesFromSelf().stream().anyMatch(used -> DATABASES.stream().anyMatch(used.getTargetClass()::isEquivalentTo));
	}

	private static boolean runsOnBoth(JavaClass test) {
		var tags = AnnotationSupport.findRepeatableAnnotations(test.reflect(), Tag.class).stream().map(Tag::value).toList();
		return tags.contains(PostgresForTests.DATABASE) && !tags.contains(PostgresForTests.ONCE);
	}

	@SpringBootTest
	static class Forgotten {
	}
}
