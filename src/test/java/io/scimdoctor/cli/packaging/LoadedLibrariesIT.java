package io.scimdoctor.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which libraries of the image a command loads a class from: each costs time at every start. */
final class LoadedLibrariesIT {
    private static final Path LIBRARIES = Path.of("target", "scimdoctor", "lib").toAbsolutePath();
    private static final Path SAMPLES =
            Path.of("src", "test", "resources", "io", "scimdoctor", "examples").toAbsolutePath();
    private static final Pattern LOADED = Pattern.compile("source: .*/lib/([A-Za-z0-9-]+?)(?:-[0-9][^/]*)?\\.jar");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "--version, scimdoctor",
        "--help, scimdoctor",
        "explain throttled, jackson-core jackson-databind picocli scimdoctor",
        "explain 403 -o json, jackson-core jackson-databind picocli scimdoctor",
        "permissions, picocli scimdoctor",
        "token inspect token.txt, jackson-core jackson-databind picocli scimdoctor",
        "token inspect token.txt -o json, jackson-core jackson-databind picocli scimdoctor",
        "classify answer.json --status 400, jackson-core jackson-databind picocli scimdoctor",
        "lint user user.json, jackson-core jackson-databind picocli scimdoctor",
    })
    void a_command_loads_only_what_it_needs(String words, String libraries) throws Exception {
        List<String> classes = loaded(words.split(" "));

        assertThat(libraries(classes)).isEqualTo(libraries);
        // Of the binding only the tree is used; a mapper costs more than all the rest.
        assertThat(classes).noneMatch(line -> line.contains("databind.ObjectMapper "));
        // The first equals or hashCode of a record makes the JVM spin 22 classes: a JVM's own start.
        assertThat(classes).noneMatch(line -> line.contains("java.lang.runtime.ObjectMethods "));
    }

    @Test
    void an_error_of_another_server_is_read_without_a_mapper() throws Exception {
        Path answer = folder.resolve("answer.json");
        Files.writeString(answer, "{\"error\":\"invalid_client\",\"error_description\":\"Bad credentials\"}");

        assertThat(loaded("classify", answer.toString())).noneMatch(line -> line.contains("databind.ObjectMapper "));
    }

    /** Each of these takes a cold start milliseconds, and what is looked at in one answer is little. */
    @ParameterizedTest
    @ValueSource(strings = {"explain throttled", "token inspect token.txt", "classify answer.json --status 400"})
    void a_short_command_uses_no_stream(String words) throws Exception {
        assertThat(loaded(words.split(" "))).noneMatch(line -> line.contains("java.util.stream.ReferencePipeline "));
    }

    @ParameterizedTest
    @CsvSource({"check --simulate --no-record", "token get --simulate"})
    void a_command_that_calls_loads_its_client_and_no_more(String words) throws Exception {
        assertThat(libraries(loaded(words.split(" "))))
                .contains("httpclient5")
                .doesNotContain("jline", "tomlj", "antlr4");
    }

    private List<String> loaded(String... words) throws Exception {
        Path log = folder.resolve("classes");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log,
                "-Dscimdoctor.data=" + LIBRARIES.resolve("data"),
                "-Xbootclasspath/a:" + jars(),
                Main.class.getName()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        // What others can read, such as the log of a CI, is masked more.
        builder.environment().remove("CI");
        Process process = builder.directory(SAMPLES.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        int code = process.waitFor();
        assertThat(code).as(Files.readString(folder.resolve("output"))).isBetween(0, 1);
        return Files.readAllLines(log);
    }

    private static String libraries(List<String> classes) {
        return classes.stream()
                .map(LOADED::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** As the launcher does: our own jar first. */
    private static String jars() throws IOException {
        try (Stream<Path> files = Files.list(LIBRARIES)) {
            return Stream.concat(
                            Stream.of(LIBRARIES.resolve("scimdoctor.jar")),
                            files.filter(file -> file.toString().matches(".*-[0-9].*\\.jar"))
                                    .sorted())
                    .map(Path::toString)
                    .collect(Collectors.joining(":"));
        }
    }
}
