package io.scimdoctor.cli.captured;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.form.NoAnswer;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people put into reports about other products, pages and programs with answers beside them, and what many clients and
 * tools print: each text of a file stands below a line with the findings that it shows, one for each answer ({@code null} for
 * a success, {@code unread} for what is left over), or {@code none}.
 */
final class ReportedTextsTest {
    static Stream<Reported> texts() throws IOException {
        List<Reported> texts = new ArrayList<>();
        for (String file : List.of(
                "reported.txt",
                "documents.txt",
                "refused.txt",
                "printed.txt",
                "logged.txt",
                "signed.txt",
                "clients.txt")) {
            texts.addAll(texts(file));
        }
        return texts.stream();
    }

    private static List<Reported> texts(String file) throws IOException {
        try (InputStream in = ReportedTextsTest.class.getResourceAsStream(file)) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(all.split("(?m)^=== ")).skip(1).map(Reported::of).toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void shows_these_findings_and_no_other(Reported reported) throws IOException {
        CommandRun run = CommandRun.with().in(reported.text()).run("classify", "-", "-o", "ndjson");

        List<String> found = new ArrayList<>();
        for (String line : run.out().split("\n")) {
            JsonNode json = Json.read(line);
            if (json.path("type").asText().equals("diagnosis")) {
                String id = json.path("id").asText();
                String wanted = found.size() < reported.findings().size()
                        ? reported.findings().get(found.size())
                        : id;
                String url = json.path("exchange").path("url").asText();
                // Where it is said, the address counts, too.
                found.add(wanted.contains("@") ? id + "@" + url.substring(Math.max(0, url.length() - 3)) : id);
            } else if (json.path("type").asText().equals("unreadable")
                    && !reported.findings().isEmpty()) {
                found.add("unread");
            }
        }

        assertThat(found).as(reported.text()).isEqualTo(reported.findings());
    }

    static Stream<String> documents() throws IOException {
        return texts().filter(text -> text.findings().isEmpty()).map(Reported::text);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void what_holds_no_answer_holds_none_however_it_came(String document) {
        List<String> disguised = new ArrayList<>(List.of(
                document.replace("\n", "\r\n"),
                document.replace("\n", "   \n"),
                document.replaceAll("(?m)^", "    "),
                document.replaceAll("(?m)^", "> "),
                "From: a@contoso.example\nContent-Type: text/plain\nContent-Transfer-Encoding: 8bit\n\n" + document));
        if (NoAnswer.isDocument(document)) {
            disguised.add(document.replaceAll("(?m)^", "Nov 30 08:00:01 host01 sync[4711]: "));
        }

        for (String text : disguised) {
            CommandRun run = CommandRun.with().in(text).run("classify", "-", "-o", "ndjson");

            assertThat(run.out()).as(text).doesNotContain("\"type\":\"diagnosis\"");
        }
    }

    /** A text with its title and what it shows. */
    record Reported(String title, List<String> findings, String text) {
        static Reported of(String block) {
            String[] parts = block.split("\n", 2);
            String[] head = parts[0].split(" \\| ", 2);
            return new Reported(
                    head[1], head[0].equals("none") ? List.of() : List.of(head[0].split(" ")), parts[1].strip() + "\n");
        }

        @Override
        public String toString() {
            return title;
        }
    }
}
