package io.scimdoctor.cli.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.cli.PlantedSecrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No planted secret leaves in a ticket, whatever its form. */
final class TicketCanaryTest extends PlantedSecrets {
    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown", "json", "html"})
    void a_ticket_shows_none(String format) throws IOException {
        Path named = Files.writeString(folder.resolve("capture-" + one(0) + "-" + one(4) + ".json"), kept());
        Path tokenFile = Files.writeString(folder.resolve("token"), token);
        Path result = folder.resolve("ticket");
        String[] words = {
            "ticket",
            "new",
            "--from",
            named.toString(),
            "-o",
            format,
            "--token-file",
            tokenFile.toString(),
            "--note",
            kinds()
        };

        assertClean(
                CommandRun.with().variable("XDG_STATE_HOME", folder.toString()).run(words));
        CommandRun strict = CommandRun.with()
                .variable("XDG_STATE_HOME", folder.toString())
                .run(plus(words, "--redact", "strict", "--debug", "--output-file", result.toString()));
        assertClean(strict);
        assertClean(new CommandRun(strict.code(), Files.readString(result), ""));
        assertThat(Files.readString(result)).containsIgnoringCase("permission-missing");
    }

    @Test
    void a_bundle_a_preview_and_a_case_id_show_none() throws IOException {
        Path capture = Files.writeString(folder.resolve("capture.json"), kept());
        Path bundle = folder.resolve("bundle.zip");
        String[] words = {
            "ticket", "new", "--from", capture.toString(), "--bundle", bundle.toString(), "--note", kinds()
        };

        CommandRun run =
                CommandRun.with().variable("XDG_STATE_HOME", folder.toString()).run(words);

        assertClean(run);
        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(bundle.toFile())) {
            for (java.util.zip.ZipEntry entry : java.util.Collections.list(zip.entries())) {
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                assertClean(new CommandRun(run.code(), text, entry.getName()));
            }
        }
        CommandRun verified = CommandRun.of("ticket", "verify", bundle.toString());
        assertThat(verified.code().number()).as(verified.all()).isZero();
        for (String format : List.of("text", "json")) {
            assertClean(
                    CommandRun.of("ticket", "preview", "--from", capture.toString(), "-o", format, "--note", one(4)));
        }
        for (int kind : List.of(0, 1, 2, 3, 5, 6)) {
            assertClean(CommandRun.of("ticket", "new", "--from", capture.toString(), "--case-id", one(kind)));
        }
    }

    /** The exchange, but with an id and a server that may be shown: a ticket keeps both by their shape. */
    private String kept() {
        return exchange.replaceFirst(
                "\"Server\":\"[^\"]*\",\"request-id\":\"[^\"]*\"",
                "\"Server\":\"Microsoft-IIS/10.0\",\"request-id\":\"b7f6a1d2-3c4e-4f50-9a8b-1c2d3e4f5a6b\"");
    }

    private static String[] plus(String[] words, String... more) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return all.toArray(new String[0]);
    }
}
