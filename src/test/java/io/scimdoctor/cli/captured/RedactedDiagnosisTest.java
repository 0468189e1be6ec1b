package io.scimdoctor.cli.captured;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.capture.CaptureSink;
import io.scimdoctor.capture.Captured;
import io.scimdoctor.capture.Hints;
import io.scimdoctor.capture.reader.CaptureReader;
import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.cli.CommandRun;
import io.scimdoctor.diagnosis.Diagnoser;
import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.DiagnosisContext;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.input.Unreadable;
import io.scimdoctor.redact.PseudonymTable;
import io.scimdoctor.redact.Redaction;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of an exchange tells the same as the exchange itself. */
final class RedactedDiagnosisTest {
    private final Diagnoser diagnoser = new Diagnoser(Catalog.load());
    private final DiagnosisContext context = DiagnosisContext.at(CommandRun.NOW);
    private final Redaction redaction = new Redaction(new PseudonymTable(), secret -> {});

    @ParameterizedTest
    @ValueSource(strings = {"responses.ndjson", "variants.ndjson"})
    void a_redacted_answer_has_the_same_diagnosis_and_is_not_redacted_further(String corpus) throws IOException {
        List<String> changed = new ArrayList<>();
        int read = 0;

        for (Captured captured : read(corpus)) {
            read++;
            Exchange raw = captured.exchange();
            Exchange once = redaction.exchange(raw).exchange();
            String id = captured.source().id();
            // A token is never kept, and what it alone says is lost with it.
            boolean bearsToken = raw.request().headers().has("Authorization");
            if (!id(once).equals(id(raw)) && !bearsToken) {
                changed.add(id + ": " + id(raw) + " became " + id(once));
            }
            if (!redaction.exchange(once).exchange().equals(once)) {
                changed.add(id + ": a second redaction changes it");
            }
        }

        assertThat(read).isGreaterThan(90);
        assertThat(changed).isEmpty();
    }

    private String id(Exchange exchange) {
        Diagnosis diagnosis = diagnoser.diagnose(exchange, context);
        return diagnosis.finding() == null ? "success" : diagnosis.finding().id();
    }

    private static List<Captured> read(String corpus) throws IOException {
        List<Captured> all = new ArrayList<>();
        try (InputStream in = RedactedDiagnosisTest.class.getResourceAsStream("/io/scimdoctor/corpus/" + corpus)) {
            CaptureReader.read(in, corpus, new Hints(null, null, null), new CaptureSink() {
                @Override
                public void exchange(Captured captured) {
                    all.add(captured);
                }

                @Override
                public void unreadable(Unreadable unreadable) {
                    throw new AssertionError(unreadable.reason());
                }
            });
        }
        return all;
    }
}
