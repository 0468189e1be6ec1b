package io.scimdoctor.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "classify FOLDER/in -o json=FOLDER/in",
                "classify FOLDER/in -o text -ojson=FOLDER/./in",
                "classify FOLDER/link -o json=FOLDER/in",
                "classify FOLDER/in -o json=FOLDER/hard",
                "classify FOLDER/in:1 --output=html=FOLDER/in",
                "classify FOLDER/in -o json=FOLDER/in --no-such-option",
                "classify FOLDER -o json=FOLDER/in",
                "classify FOLDER/i* -o json=FOLDER/in",
                "token inspect FOLDER/in -o json=FOLDER/in",
                "token inspect FOLDER/in --output-file FOLDER/in",
                "lint user FOLDER/in --output-file=FOLDER/in",
                "probe POST /users --body @FOLDER/in --dry-run -o json=FOLDER/in",
                "permissions --config=FOLDER/in -o json=FOLDER/in",
                "runs import FOLDER/in -o prometheus=FOLDER/in",
                "ticket new --from FOLDER/in --bundle FOLDER/link",
                "ticket verify FOLDER/in -o json=FOLDER/in"
            })
    void no_output_replaces_what_is_read(String words) throws IOException {
        String evidence = "HTTP/1.1 503 Service Unavailable\n\n" + FAULT;
        Path in = Files.writeString(folder.resolve("in"), evidence);
        Files.createSymbolicLink(folder.resolve("link"), in);
        Files.createLink(folder.resolve("hard"), in);

        CommandRun run =
                CommandRun.of(words.replace("FOLDER", folder.toString()).split(" "));

        assertThat(in).hasContent(evidence);
        assertThat(folder.resolve("link")).isSymbolicLink();
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("is read too and would be lost").hasLineCount(1);
    }

    @Test
    void what_an_argument_file_names_is_not_replaced_either() throws IOException {
        Path in = Files.writeString(folder.resolve("in"), FAULT);
        Path words = Files.writeString(folder.resolve("words"), "\"" + in + "\"\n-o json=" + in + "\n");

        CommandRun run = CommandRun.of("classify", "@" + words);

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(in).hasContent(FAULT);
    }

    @Test
    void a_file_of_the_environment_is_not_replaced_either() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "Zqx-Horse-9");

        CommandRun run = CommandRun.with()
                .variable("SCIMDOCTOR_CLIENT_SECRET_FILE", secret.toString())
                .run("env", "-o", "json=" + secret);

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(secret).hasContent("Zqx-Horse-9");
    }

    @Test
    void a_result_beside_the_captures_is_replaced_by_the_next_one() throws IOException {
        Files.writeString(folder.resolve("in"), "HTTP/1.1 503 Service Unavailable\n\n" + FAULT);
        Files.writeString(folder.resolve("r.json"), "of an earlier run");

        CommandRun run = CommandRun.of("classify", folder.toString(), "-o", "json=" + file("r.json"));

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.PROBLEM);
        assertThat(read("r.json")).contains("service-busy");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_new_file_is_its_owners_alone_unless_a_collector_reads_it() throws IOException {
        Path plain = Files.createFile(folder.resolve("as-the-umask-says"));

        classify("-o", "json=" + file("r.json"), "-o", "html=" + file("r.html"), "-o", "prometheus=" + file("r.prom"));
        classify("-o", "json=" + file("no/such"), "-o", "ndjson=" + file("error.json"));

        for (String name : List.of("r.json", "r.html", "error.json")) {
            assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
                    .as(name)
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        assertThat(Files.getPosixFilePermissions(folder.resolve("r.prom")))
                .isEqualTo(Files.getPosixFilePermissions(plain));
    }

    /** The limit of a shell cuts a write as a full disk does. */
    @ParameterizedTest
    @ValueSource(strings = {"", "of an earlier run"})
    @DisabledOnOs(OS.WINDOWS)
    void a_file_that_does_not_fit_on_the_disk_is_no_result(String before) throws Exception {
        if (!before.isEmpty()) {
            Files.writeString(folder.resolve("r.html"), before);
        }
        Path in = Files.writeString(folder.resolve("in.txt"), "HTTP/1.1 503 Service Unavailable\n\n" + FAULT);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -f 8; exec \"$@\"",
                        "sh",
                        java,
                        "-Xshare:auto",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.scimdoctor.cli.Main",
                        "classify",
                        in.toString(),
                        "-o",
                        "html=" + file("r.html"))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isEqualTo(ExitCode.NO_VERDICT.number());
        assertThat(said).contains("cannot be written");
        assertThat(folder.resolve("r.html")).doesNotExist();
    }
}
