package io.scimdoctor.cli.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.captured.ForeignCapture;
import io.scimdoctor.finding.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Foreign captures full of unique secrets and personal values: none of them may stand in any file of the state folder or
 * in anything that a command prints, in no encoding.
 */
final class RunsCanaryTest {
    @TempDir
    private Path folder;

    private final ForeignCapture foreign = new ForeignCapture();

    /** How each secret may be written, in lower case. */
    private final Map<String, Set<String>> forms = new HashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"chrome", "firefox", "fiddler", "postman", "insomnia", "charles", "flat", "text", "cut"})
    void no_command_shows_or_stores_any_of_them(String shape) throws IOException {
        String capture = foreign.of(shape);
        Path file = folder.resolve("capture-" + foreign.key() + "-" + foreign.name() + ".har");
        Files.writeString(file, capture);

        for (String policy : List.of("standard", "strict")) {
            for (String format : List.of("text", "short", "json")) {
                CommandRun run =
                        run("runs", "import", file.toString(), "--redact", policy, "-o", format, "--debug", "-v");
                assertClean(shape, run);
                assertThat(run.code()).as(run.all()).isEqualTo(ExitCode.HEALTHY);
            }
        }

        assertThat(foreign.planted()).hasSizeGreaterThan(60);
        assertThat(runs()).as(shape).isNotEmpty();
        for (String words : List.of(
                "runs list",
                "runs list -o json",
                "runs show last -v --debug",
                "runs show last -o json",
                "runs show last -o short",
                "runs show last -o html",
                "runs show last -o markdown",
                "runs show last --redact strict -v",
                "runs export last",
                "runs export last --redact strict",
                "runs export last -o json",
                "runs purge --all --dry-run")) {
            assertClean(shape, run(words.split(" ")));
        }
        Path exported = folder.resolve("exported.har");
        assertClean(shape, run("runs", "export", "last", "--output-file", exported.toString()));
        assertClean(shape + " exported", Files.readString(exported));
        assertClean(shape, run("classify", exported.toString(), "-o", "json"));
        for (Path stored : runs()) {
            assertClean(shape + " " + stored.getFileName(), stored.getFileName() + Files.readString(stored));
            assertClean(shape, run("classify", stored.toString(), "-v"));
        }
        assertClean("pseudonyms", Files.readString(folder.resolve("scimdoctor").resolve("pseudonyms.key")));
    }

    @Test
    void the_folders_of_a_setting_name_nobody_in_a_run() throws IOException {
        Path named = Files.createDirectories(folder.resolve("Zsofia Nagyova cfg"));
        Path token = Files.writeString(named.resolve("Dezso Horvath.jwt"), "x");
        run("check", "--simulate", "--client-certificate", token.toString());

        for (Path stored : runs()) {
            assertThat(Files.readString(stored)).doesNotContain("Zsofia", "Nagyova", "Dezso", "Horvath");
        }
        assertThat(runs()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"password eq \"Zsofia-Horvath\"", "displayName eq \"Zsofia Horvath\"", "nickName eq Zsofia"})
    void the_filter_of_a_setting_names_nobody_in_a_run(String filter) throws IOException {
        run("check", "--simulate", "--filter", filter);

        for (Path stored : runs()) {
            assertThat(Files.readString(stored)).contains(" eq ").doesNotContain("Zsofia", "Horvath");
        }
        assertThat(runs()).isNotEmpty();
    }

    @Test
    void a_packed_capture_and_one_from_standard_input_are_no_exception() throws IOException {
        String capture = foreign.of("chrome");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(capture.getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve(foreign.name() + ".har.gz"), packed.toByteArray());

        assertClean("gzip", run("runs", "import", file.toString()));
        assertClean("stdin", with().in(capture).run("runs", "import", "-", "--debug"));
        assertClean("diff", run("runs", "diff", "last", "last"));

        assertThat(runs()).hasSize(2);
        for (Path stored : runs()) {
            assertClean("stored", Files.readString(stored));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runs",
                "runs show",
                "runs diff",
                "runs export",
                "runs import",
                "runs delete",
                "runs purge",
                "runs purge --older-than",
                "runs purge --keep",
                "runs list --limit",
                "runs list --redact",
                "runs export --output-file",
                "runs import --token-file"
            })
    void a_secret_typed_in_the_wrong_place_is_not_repeated(String command) throws IOException {
        for (String secret : List.of(foreign.key(), foreign.password(), foreign.token())) {
            String[] words =
                    (command + "\u0000" + secret).replace(' ', '\u0000').split("\u0000");
            if (!command.endsWith("--output-file")) {
                assertClean(command, run(words));
            }
        }
    }

    @Test
    void the_name_of_a_file_in_the_folder_is_no_way_out() throws IOException {
        Files.createDirectories(folder.resolve("scimdoctor/runs"));
        Files.writeString(folder.resolve("scimdoctor/runs/" + foreign.key() + "-" + foreign.mail() + ".json"), "{}");
        Files.writeString(
                folder.resolve("scimdoctor/runs/20261124T000000.000Z_"
                        + foreign.key().replaceAll("[^0-9A-Za-z]", "-") + ".json"),
                "{}");

        for (String words :
                List.of("runs list", "runs list -o json", "runs list -o short", "runs show last", "runs diff")) {
            assertClean(words, run(words.split(" ")));
        }
    }

    private CommandRun.Setup with() {
        return CommandRun.with()
                .realClock()
                .variable("XDG_STATE_HOME", folder.toString())
                .variable("AZURE_CLIENT_SECRET", foreign.key())
                .variable("HTTPS_PROXY", "http://" + foreign.name() + ":" + foreign.password() + "@127.0.0.1:9");
    }

    private CommandRun run(String... words) {
        return with().run(words);
    }

    private List<Path> runs() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("scimdoctor").resolve("runs"))) {
            return files.toList();
        }
    }

    private void assertClean(String place, CommandRun run) {
        assertClean(place, run.all());
        assertThat(run.code().number()).as(place + ": " + run.all()).isNotEqualTo(70);
    }

    private void assertClean(String place, String text) {
        // Without what may be in the middle of a secret: the end of a line.
        String joined = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
        List<String> leaked = new ArrayList<>();
        for (String secret : foreign.planted()) {
            for (String form : forms.computeIfAbsent(secret, RunsCanaryTest::forms)) {
                int at = joined.indexOf(form);
                if (at >= 0) {
                    leaked.add(secret + " as " + form + " near …" + around(joined, at) + "…");
                    break;
                }
            }
        }
        assertThat(leaked).as(place).isEmpty();
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 60));
    }

    private static Set<String> forms(String secret) {
        String escaped = ForeignCapture.json(secret);
        String packed = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        return Stream.of(
                        secret,
                        ForeignCapture.url(secret),
                        escaped.substring(1, escaped.length() - 1),
                        packed.replace("=", ""),
                        ForeignCapture.base64(secret))
                .map(form -> form.toLowerCase(Locale.ROOT).replaceAll("\\s+", ""))
                .collect(Collectors.toSet());
    }
}
