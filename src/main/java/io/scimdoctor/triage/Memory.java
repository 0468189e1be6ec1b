package io.scimdoctor.triage;

import io.scimdoctor.diagnosis.Diagnoser;
import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.DiagnosisContext;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.diagnosis.Group;
import io.scimdoctor.diagnosis.Groups;
import io.scimdoctor.diagnosis.Likeness;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Remembers, for all threads, what exchanges of a certain likeness showed. It forgets everything when it is full. */
final class Memory {
    private static final int MOST_CHARACTERS = 4 * 1024 * 1024;

    private final Diagnoser diagnoser;
    private final DiagnosisContext context;
    private final TriageFilter wanted;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final AtomicInteger characters = new AtomicInteger();
    /** By id: the finding of the first part of the input, so far, that has one with this id. */
    private final Map<String, First> first = new ConcurrentHashMap<>();
    /** By id of the finding: the request ids that the report shows, of the parts that have been added up. */
    private final Map<String, List<String>> samples = new ConcurrentHashMap<>();

    /**
     * What an exchange showed.
     *
     * @param finding its id, or null when it turned out to be a success
     * @param hasRequestId whether the answer bears a request id
     */
    record Seen(@Nullable String finding, String endpoint, boolean hasRequestId) {}

    Memory(Diagnoser diagnoser, DiagnosisContext context, TriageFilter wanted) {
        this.diagnoser = diagnoser;
        this.context = context;
        this.wanted = wanted;
    }

    TriageFilter wanted() {
        return wanted;
    }

    @Nullable
    String likeness(Exchange exchange) {
        return Likeness.of(exchange, context);
    }

    /** What an exchange of this likeness showed; null when there was none. */
    @Nullable
    Seen find(@Nullable String likeness) {
        return likeness == null ? null : seen.get(likeness);
    }

    /** Diagnoses an exchange, and remembers what it showed. */
    Diagnosis diagnose(Exchange exchange, @Nullable String likeness) {
        Diagnosis diagnosis = diagnoser.diagnose(exchange, context);
        if (likeness != null) {
            if (characters.addAndGet(likeness.length()) > MOST_CHARACTERS) {
                seen.clear();
                characters.set(likeness.length());
            }
            seen.put(likeness, seen(diagnosis));
        }
        return diagnosis;
    }

    private static Seen seen(Diagnosis diagnosis) {
        Finding finding = diagnosis.finding();
        ExchangeFacts facts = diagnosis.facts();
        return new Seen(finding == null ? null : finding.id(), facts.endpoint(), facts.requestId() != null);
    }

    /** A finding, and the number of the part in which it came first. */
    private record First(Finding finding, int part) {}

    /** Notes the request ids of what has been added up. */
    void learn(Groups groups) {
        for (Group group : groups.list()) {
            List<String> known = samples.getOrDefault(group.first().id(), List.of());
            if (known.size() < group.sampleRequestIds().size()) {
                samples.put(group.first().id(), List.copyOf(group.sampleRequestIds()));
            }
        }
    }

    List<String> samples(String finding) {
        return samples.getOrDefault(finding, List.of());
    }

    /** Notes the first finding of a kind in a part. */
    void learn(Finding finding, int part) {
        first.merge(finding.id(), new First(finding, part), (one, other) -> one.part() <= other.part() ? one : other);
    }

    /** A finding of this kind that stands in an earlier part, whose texts serve for all; null when none is known. */
    @Nullable
    Finding first(String finding, int part) {
        First known = first.get(finding);
        return known == null || known.part() >= part ? null : known.finding();
    }
}
