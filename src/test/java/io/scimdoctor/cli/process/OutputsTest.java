package io.scimdoctor.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several formats and files in one run. */
final class OutputsTest {
    private static final String FAULT = "{\"error\":{\"code\":\"serviceNotAvailable\",\"message\":\"Try again.\"}}";

    @TempDir
    private Path folder;

    private CommandRun classify(String... more) {
        String[] words = new String[more.length + 3];
        words[0] = "classify";
        words[1] = "--status";
        words[2] = "503";
        System.arraycopy(more, 0, words, 3, more.length);
        return CommandRun.with().in(FAULT).run(words);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    @Test
    void text_on_the_screen_and_json_in_a_file_come_out_of_one_run() throws IOException {
        CommandRun run = classify("-o", "text", "-o", "json=" + file("r.json"), "-o", "junit=" + file("r.xml"));

        assertThat(run.out()).contains("[service-busy]");
        assertThat(Json.read(read("r.json")).path("kind").asText()).isEqualTo("DiagnosisReport");
        assertThat(read("r.xml")).contains("service-busy");
    }

    @Test
    void a_format_with_a_file_alone_leaves_the_screen_empty() throws IOException {
        CommandRun run = classify("-o", "json=" + file("r.json"));

        assertThat(run.out()).isEmpty();
        assertThat(read("r.json")).contains("service-busy");
    }

    @Test
    void output_file_takes_the_format_without_a_file_or_the_text() throws IOException {
        classify("-o", "short", "-o", "json=" + file("a.json"), "--output-file", file("a.txt"));
        classify("-o", "json=" + file("b.json"), "--output-file", file("b.txt"));

        assertThat(read("a.txt")).startsWith("fail service-busy");
        assertThat(read("b.txt")).contains("[service-busy]").doesNotContain("\u001B");
        assertThat(read("b.json")).contains("DiagnosisReport");
    }

    @Test
    void a_file_is_never_coloured() throws IOException {
        CommandRun run = classify("--color", "auto", "-o", "text=" + file("r.txt"));

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(read("r.txt")).doesNotContain("\u001B");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-o text -o short",
                "-o json=FOLDER/x -o short=FOLDER/x",
                "-o json=FOLDER/x --output-file FOLDER/x",
                "-o json=FOLDER/no/such",
                "-o prometheus=FOLDER/no/such",
                "-o prometheus=FOLDER",
                "-o json=",
                "-o xml=FOLDER/x"
            })
    void what_cannot_be_written_is_wrong_usage(String words) {
        CommandRun run = classify(words.replace("FOLDER", folder.toString()).split(" "));

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).doesNotContain("service-busy");
    }

    @Test
    void a_wrong_file_is_said_before_a_call_is_made() throws IOException {
        CommandRun run =
                CommandRun.with().realClock().run("check", "--simulate", "-o", "text", "-o", "json=" + file("no/such"));

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("cannot be written");
    }

    @Test
    void a_file_that_was_to_hold_json_holds_the_error() throws IOException {
        Files.writeString(folder.resolve("r.json"), "of an earlier run");

        CommandRun run =
                CommandRun.with().in("").run("classify", "nosuch", "-o", "text", "-o", "json=" + file("r.json"));

        assertThat(run.out()).isEmpty();
        assertThat(Json.read(read("r.json")).path("kind").asText()).isEqualTo("Error");
        assertThat(new CommandRun(run.code(), read("r.json"), "").schemaErrors())
                .isEmpty();
    }

    @Test
    void other_commands_write_several_files_too() throws IOException {
        CommandRun run = CommandRun.of("explain", "throttled", "-o", "short", "-o", "json=" + file("e.json"));

        assertThat(run.out()).startsWith("throttled: ");
        assertThat(read("e.json")).contains("CatalogueReport");
    }
}
