package io.scimdoctor;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The plan of the house, enforced. */
@AnalyzeClasses(packages = "io.scimdoctor", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    /** From the lowest to the highest; a package imports only from those before it. */
    private static final List<String> ORDER = List.of(
            "exchange",
            "finding",
            "json",
            "scim",
            "redact",
            "input",
            "config",
            "http",
            "token",
            "permission",
            "lint",
            "catalog",
            "diagnosis",
            "capture",
            "server",
            "simulator",
            "check",
            "report",
            "run",
            "watch",
            "ticket",
            "triage",
            "manual",
            "cli.process",
            "cli.settings",
            "cli.captured",
            "cli.rules",
            "cli.live",
            "cli.token",
            "cli.kept",
            "cli.mcp",
            "cli.shell");

    /** The rooms of the command line; above them stands only who starts one command of all. */
    private static final List<String> ROOMS =
            ORDER.stream().filter(name -> name.startsWith("cli.")).toList();

    @ArchTest
    static void imports_point_downwards(JavaClasses imported) {
        for (int i = 0; i < ORDER.size() - 1; i++) {
            noClasses()
                    .that()
                    .resideInAPackage("io.scimdoctor." + ORDER.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages(ORDER.subList(i + 1, ORDER.size())))
                    .check(imported);
        }
    }

    /** Between the rooms of one package, too. */
    @ArchTest
    static void packages_do_not_depend_on_each_other_in_a_circle(JavaClasses imported) {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass one : imported) {
            Set<String> used = uses.computeIfAbsent(one.getPackageName(), name -> new TreeSet<>());
            one.getDirectDependenciesFromSelf()
                    .forEach(use -> used.add(use.getTargetClass().getPackageName()));
        }
        uses.forEach((name, used) -> used.removeIf(other -> other.equals(name) || !uses.containsKey(other)));

        // What uses none of the others that are left stands in no circle.
        for (int i = uses.size(); i > 0; i--) {
            uses.values().removeIf(used -> used.stream().noneMatch(uses::containsKey));
        }

        assertThat(uses).isEmpty();
    }

    @ArchTest
    static final ArchRule only_the_entrance_knows_all_commands = noClasses()
            .that()
            .resideInAnyPackage(packages(ORDER))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.scimdoctor.cli");

    @ArchTest
    static final ArchRule the_shell_knows_no_other_room = noClasses()
            .that()
            .resideInAPackage("io.scimdoctor.cli.shell..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(packages(ROOMS)).and(resideOutsideOfPackage("..shell..")));

    @ArchTest
    static final ArchRule every_package_has_its_place = classes()
            .that()
            .resideOutsideOfPackage("io.scimdoctor.cli")
            .should()
            .resideInAnyPackage(packages(ORDER));

    private static String[] packages(List<String> names) {
        return names.stream().map(name -> "io.scimdoctor." + name + "..").toArray(String[]::new);
    }

    @ArchTest
    static final ArchRule http_client_stays_in_http = only("org.apache.hc.client5..", "http");

    @ArchTest
    static final ArchRule picocli_stays_in_cli = only("picocli..", "cli");

    @ArchTest
    static final ArchRule jwt_library_stays_where_is_signed = noClasses()
            .that()
            .resideOutsideOfPackages("io.scimdoctor.token..", "io.scimdoctor.simulator..")
            .should()
            .dependOnClassesThat(resideInAPackage("com.auth0.."));

    @ArchTest
    static final ArchRule jwt_library_is_loaded_for_an_assertion_only = noClasses()
            .that()
            .resideInAPackage("io.scimdoctor.token..")
            .and()
            .doNotHaveSimpleName("ClientAssertion")
            .should()
            .dependOnClassesThat(resideInAPackage("com.auth0.."));

    @ArchTest
    static final ArchRule jline_stays_in_the_shell = only("org.jline..", "cli.shell");

    @ArchTest
    static final ArchRule histograms_stay_in_watch = only("org.HdrHistogram..", "watch");

    @ArchTest
    static final ArchRule toml_stays_in_config = only("org.tomlj..", "config");

    @ArchTest
    static final ArchRule json_is_written_in_one_place = noClasses()
            .that()
            .resideOutsideOfPackage("io.scimdoctor.json..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("com\\.fasterxml\\.jackson\\..*(ObjectMapper|JsonMapper|JsonFactory|JsonGenerator)");

    @ArchTest
    static final ArchRule nothing_static_changes = fields().that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .areNotEnums()
            .should()
            .beFinal();

    /** Who makes a list lets go of it, so that no other has to copy it. */
    @ArchTest
    static final ArchRule a_record_keeps_the_list_that_it_is_given = noClasses()
            .that()
            .areRecords()
            .should()
            .callMethodWhere(describe(
                    "copies what a constructor is given",
                    call -> call.getOrigin().isConstructor() && call.getName().equals("copyOf")));

    @ArchTest
    static final ArchRule the_process_belongs_to_main = noClasses()
            .that()
            .resideOutsideOfPackage("io.scimdoctor.cli..")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID");

    /** A reader finds a room by its name, not by scrolling. */
    @Test
    void a_folder_holds_at_most_25_files() throws IOException {
        Map<Path, Long> folders = sources()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));

        assertThat(folders).allSatisfy((folder, files) -> assertThat(files).isLessThanOrEqualTo(25));
    }

    @Test
    void a_simple_name_stands_for_one_thing() throws IOException {
        Map<String, List<Path>> names = sources()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(file -> file.getFileName().toString()));

        assertThat(names).allSatisfy((name, files) -> assertThat(files).hasSize(1));
    }

    @Test
    void every_package_says_who_lives_there() throws IOException {
        List<Path> folders = sources().map(Path::getParent).distinct().toList();

        assertThat(folders)
                .filteredOn(folder -> folder.startsWith("src/main/java"))
                .allSatisfy(folder ->
                        assertThat(folder.resolve("package-info.java")).exists());
    }

    @Test
    void every_package_stands_in_the_plan_of_the_house() throws IOException {
        String plan = Files.readString(Path.of("src/site/markdown/architecture.md"));
        Path root = Path.of("src/main/java/io/scimdoctor");

        List<String> missing = sources()
                .map(Path::getParent)
                .filter(folder -> folder.startsWith(root))
                .map(folder -> root.relativize(folder).toString().replace('\\', '/'))
                .filter(name -> !plan.contains("`" + name + "`"))
                .distinct()
                .toList();

        assertThat(missing).isEmpty();
    }

    private static Stream<Path> sources() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String root : List.of("src/main/java", "src/test/java")) {
            try (Stream<Path> found = Files.walk(Path.of(root))) {
                found.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            }
        }
        return files.stream();
    }

    private static ArchRule only(String library, String owner) {
        return noClasses()
                .that()
                .resideOutsideOfPackage("io.scimdoctor." + owner + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(library));
    }
}
