package cn.cuobian;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/** Rules that no module can declare. Each is checked on the house, and has to find the fault in the broken house. */
class EngineFenceTests {

	private static final JavaClasses HOUSE = new ClassFileImporter()
			.withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("cn.cuobian");
	private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("brokenhouse");
	private static final int LONGEST = 300;

	static final List<ArchRule> RULES = List.of(
			noClasses().that().resideOutsideOfPackage("cn.cuobian.engine.camunda..")
					.should().dependOnClassesThat(resideInAnyPackage("org.camunda.."))
					.as("only engine.camunda knows which engine it is"),
			noClasses().should().callMethodWhere(DescribedPredicate.describe("a query by expression",
					(JavaMethodCall call) -> call.getTargetOwner().getPackageName().startsWith("org.camunda")
							&& call.getTargetOwner().getSimpleName().endsWith("Query") && call.getName().endsWith("Expression")))
					.as("no query carries an expression (CVE-2026-109432)"),
			noClasses().should().resideInAnyPackage("..util..", "..common..", "..service..", "..impl..", "..helper..")
					.as("packages are named for the work"),
			noClasses().should().haveNameMatching(".*(Service|Manager|Helper|Utils?|Impl)")
					.as("classes are named for the work"),
			noClasses().should().callCodeUnitWhere(DescribedPredicate.describe("now() without a clock", EngineFenceTests::asksTheSystem))
					.as("time is handed in"),
			noClasses().should().callMethodWhere(DescribedPredicate.describe("the system's milliseconds",
					call -> isCalled(call, System.class, "currentTimeMillis")))
					.as("time is handed in, also as a number"),
			noClasses().should().callMethodWhere(DescribedPredicate.describe("a stream of rows",
					call -> isCalled(call, JdbcClient.MappedQuerySpec.class, "stream")))
					.as("rows are read as a list: a stream that nobody closes keeps its connection"));

	@ParameterizedTest
	@FieldSource("RULES")
	void theHouseKeepsTheRule(ArchRule rule) {
		rule.check(HOUSE);
	}

	@ParameterizedTest
	@FieldSource("RULES")
	void theRuleIsSeenToFall(ArchRule rule) {
		assertThatThrownBy(() -> rule.check(BROKEN)).isInstanceOf(AssertionError.class).hasMessageContaining("ClockHelper");
	}

	@Test
	void aThirdOfTheTopLevelTypesIsPackagePrivate() {
		assertThat(shut(HOUSE)).isGreaterThanOrEqualTo(1.0 / 3);
		assertThat(shut(BROKEN)).isLessThan(1.0 / 3);
	}

	@Test
	void noFileIsLongerThanAReaderKeepsInMind(@TempDir Path broken) throws IOException {
		assertThat(tooLong(Path.of("src/main/java"))).isEmpty();
		Path tooMuch = Files.createDirectories(broken.resolve("room")).resolve("Long.java");
		Files.writeString(tooMuch, "\n".repeat(LONGEST + 1));
		Files.writeString(broken.resolve("room/JustShort.java"), "\n".repeat(LONGEST));
		assertThat(tooLong(broken)).containsExactly(tooMuch);
	}

	private static List<Path> tooLong(Path sources) throws IOException {
		try (Stream<Path> files = Files.walk(sources)) {
			return files.filter(file -> file.toString().endsWith(".java")).filter(file -> lines(file) > LONGEST).toList();
		}
	}

	private static long lines(Path file) {
		try (Stream<String> lines = Files.lines(file)) {
			return lines.count();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static boolean asksTheSystem(JavaCodeUnitAccess<?> call) {
		boolean now = call.getName().equals("now") && call.getTargetOwner().getPackageName().equals("java.time")
				&& call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
		boolean today = call instanceof JavaConstructorCall && call.getTargetOwner().isEquivalentTo(Date.class)
				&& call.getTarget().getRawParameterTypes().isEmpty();
		return now || today;
	}

	private static boolean isCalled(JavaMethodCall call, Class<?> owner, String method) {
		return call.getName().equals(method) && call.getTargetOwner().isEquivalentTo(owner);
	}

	private static double shut(JavaClasses classes) {
		List<JavaClass> types = classes.stream().filter(JavaClass::isTopLevelClass)
				.filter(type -> !type.getSimpleName().equals("package-info")).toList();
		return (double) types.stream().filter(type -> !type.getModifiers().contains(JavaModifier.PUBLIC)).count() / types.size();
	}
}
