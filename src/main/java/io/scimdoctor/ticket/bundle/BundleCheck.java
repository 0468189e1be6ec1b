package io.scimdoctor.ticket.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.CaptureSink;
import io.scimdoctor.capture.Captured;
import io.scimdoctor.capture.Hints;
import io.scimdoctor.capture.reader.CaptureReader;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.input.Unreadable;
import io.scimdoctor.json.Json;
import io.scimdoctor.redact.KnownSecrets;
import io.scimdoctor.redact.PseudonymTable;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.report.format.Version;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunJson;
import io.scimdoctor.run.RunReader;
import io.scimdoctor.ticket.Ticket;
import io.scimdoctor.ticket.TicketBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Checks a bundle that was made elsewhere. It is read into memory and written nowhere; what is in it is masked again to
 * see whether anything is left to mask, and the ticket is made again out of its own evidence.
 */
public final class BundleCheck {
    /** A long word after the scheme, which is neither the mask nor a variable. */
    private static final Pattern BEARER = Pattern.compile("(?i)\\bbearer ++[A-Za-z0-9._~+/-]{20}");

    /** Stand-ins look like {@code user-1@domain-1} and have no dot in their domain. */
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._%+'#-]@[A-Za-z0-9-]++\\.[A-Za-z0-9-]");

    private final Map<String, byte[]> entries;
    private final List<BundleReport.Problem> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();

    private BundleCheck(Map<String, byte[]> entries) {
        this.entries = entries;
    }

    /** Only what the same version of this program wrote can be compared word for word. */
    public static BundleReport of(Path file) throws IOException {
        BundleFile read;
        try {
            read = BundleFile.read(file);
        } catch (ZipException e) {
            return BundleReport.refused(reason(e));
        }
        JsonNode manifest = json(read.entries().get(Bundle.MANIFEST));
        if (!Bundle.MANIFEST_KIND.equals(manifest.path("kind").asText())) {
            return BundleReport.refused("it has no manifest of a ticket");
        }
        BundleCheck check = new BundleCheck(read.entries());
        check.problems.addAll(read.problems());
        check.manifest(manifest);
        check.shapes();
        check.records();
        check.archives();
        check.texts(manifest);
        return new BundleReport(null, read.entries().size(), check.problems, check.notes);
    }

    /** Our own reasons are sentences; those of the library are not for people. */
    private static String reason(ZipException error) {
        String message = String.valueOf(error.getMessage());
        return message.startsWith("it ") || message.startsWith("an entry") || message.startsWith("its ")
                ? message
                : "it is no zip file, or a damaged one";
    }

    private void manifest(JsonNode manifest) {
        Set<String> named = new HashSet<>(Set.of(Bundle.MANIFEST));
        for (JsonNode entry : manifest.path("entries")) {
            String name = entry.path("name").asText();
            byte[] content = entries.get(name);
            if (!named.add(name)) {
                problem(name, "the manifest names it twice");
            } else if (content == null) {
                problem(name, "the manifest names it, and it is missing");
            } else if (content.length != entry.path("size").asLong()
                    || !Bundle.sha256(content).equals(entry.path("sha256").asText())) {
                problem(name, "it is not what the manifest says: its size or its SHA-256 differs");
            }
        }
        entries.keySet().stream()
                .filter(name -> !named.contains(name))
                .forEach(name -> problem(name, "the manifest does not name it"));
        Bundle.TICKETS.stream()
                .filter(needed -> !named.contains(needed))
                .forEach(needed -> problem(needed, "every bundle has it, and this manifest does not name it"));
    }

    /** What is shaped like a secret or a person, in any entry. */
    private void shapes() {
        KnownSecrets none = new KnownSecrets();
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            String text = new String(entry.getValue(), StandardCharsets.UTF_8);
            if (none.isIn(entry.getValue())) {
                problem(entry.getKey(), "it holds what is shaped like a token");
            }
            if (BEARER.matcher(text).find()) {
                problem(entry.getKey(), "it holds what is shaped like the value of an Authorization header");
            }
            if (MAIL.matcher(text).find()) {
                problem(entry.getKey(), "it holds what is shaped like a mail address");
            }
        }
    }

    /** Archives are read like any capture: whatever the redaction would change in an exchange has been missed. */
    private void archives() {
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            if (entry.getKey().startsWith(Bundle.ARCHIVES)) {
                Archive archive = new Archive();
                try (InputStream input = new ByteArrayInputStream(entry.getValue())) {
                    CaptureReader.read(input, entry.getKey(), new Hints(null, null, null), archive);
                } catch (IOException e) {
                    problem(entry.getKey(), "it cannot be read");
                }
                if (archive.leaks) {
                    problem(entry.getKey(), "the redaction would mask more in it than is masked");
                }
            }
        }
    }

    /** Compares each exchange with what the redaction leaves of it. */
    private static final class Archive implements CaptureSink {
        private final Redaction redaction = new Redaction(new PseudonymTable(), secret -> {});
        private boolean leaks;

        @Override
        public void exchange(Captured captured) {
            Exchange exchange = captured.exchange();
            leaks |= !redaction.exchange(exchange).exchange().equals(exchange);
        }

        @Override
        public void unreadable(Unreadable piece) {
            leaks = true;
        }
    }

    private void records() {
        for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
            if (entry.getKey().startsWith(Bundle.RUNS)) {
                record(entry.getKey(), new String(entry.getValue(), StandardCharsets.UTF_8));
            }
        }
        if (runs.isEmpty()) {
            problem(null, "it holds no record of a run");
        }
    }

    private void record(String name, String text) {
        try {
            Run run = new RunReader(new Redaction(new PseudonymTable(), secret -> {})).read(text);
            runs.add(run);
            if (!evidence(RunJson.text(run)).equals(evidence(text))) {
                problem(name, "the redaction would mask more in it than is masked");
            }
        } catch (IOException e) {
            problem(name, "it cannot be read: " + (e instanceof JsonProcessingException ? "no JSON" : e.getMessage()));
        }
    }

    /** Everything but the note of who wrote it, which may be another version. */
    private static JsonNode evidence(String document) throws IOException {
        JsonNode json = Json.read(document);
        if (json instanceof com.fasterxml.jackson.databind.node.ObjectNode object) {
            object.remove("tool");
        }
        return json;
    }

    /** A ticket says what its evidence says, and nothing that somebody has written between the lines. */
    private void texts(JsonNode manifest) throws IOException {
        JsonNode ticket = json(entries.get("ticket.json"));
        if (!ticket.path("tool").equals(manifest.path("tool"))
                || !Version.text().equals(manifest.path("tool").path("version").asText())
                || !io.scimdoctor.catalog.Catalog.DATE.equals(
                        manifest.path("tool").path("catalogue").asText())) {
            notes.add("Another version of scimdoctor made it, so its texts were searched, but not compared with its"
                    + " evidence.");
            return;
        }
        if (runs.isEmpty()) {
            return;
        }
        JsonNode subject = ticket.path("subject");
        TicketBuilder.Additions added =
                new TicketBuilder.Additions(subject.path("caseId").textValue(), Json.strings(subject.path("notes")));
        Ticket again = TicketBuilder.build(runs, added);
        Bundle.Form form = new Bundle.Form(
                manifest.path("redaction").asText(),
                UnaryOperator.identity(),
                manifest.path("textLength").asInt());
        Bundle.texts(again, form).forEach(this::compare);
    }

    private void compare(String name, String expected) {
        byte[] content = entries.get(name);
        if (content != null && !Arrays.equals(content, expected.getBytes(StandardCharsets.UTF_8))) {
            problem(name, "it does not say what the records of the runs say");
        }
    }

    private void problem(@Nullable String entry, String text) {
        problems.add(new BundleReport.Problem(entry == null ? null : BundleFile.shown(entry), text));
    }

    private static JsonNode json(byte @Nullable [] content) {
        String text = content == null ? "" : new String(content, StandardCharsets.UTF_8);
        return Json.readLeniently(text).node();
    }
}
