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
    /** The first finding of each kind in the parts that have been added up. */
    private final Map<String, Finding> first = new ConcurrentHashMap<>();
    /** Kinds of which those parts hold all the request ids that are shown. */
    private final Map<String, Boolean> sampled = new ConcurrentHashMap<>();

    /**
     * What an exchange showed.
     *
     * @param finding its id, or null when it turned out to be a success
     * @param endpoint the endpoint, or null when it shows a GUID, which others of this likeness have of their own
     * @param hasRequestId whether the answer bears a request id
     */
    record Seen(@Nullable String finding, @Nullable String endpoint, boolean hasRequestId) {}

    Memory(Diagnoser diagnoser, DiagnosisContext context, TriageFilter wanted) {
        this.diagnoser = diagnoser;
        this.context = context;
        this.wanted = wanted;
    }

    TriageFilter wanted() {
        return wanted;
    }

    /** What another exchange of this likeness showed; null when there was none. */
    @Nullable
    Seen find(Exchange exchange) {
        String likeness = Likeness.of(exchange, context);
        return likeness == null ? null : seen.get(likeness);
    }

    /** Diagnoses an exchange, and remembers what it showed. */
    Diagnosis diagnose(Exchange exchange) {
        Diagnosis diagnosis = diagnoser.diagnose(exchange, context);
        String likeness = Likeness.of(exchange, context);
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
        ExchangeFacts facts = ExchangeFacts.of(diagnosis.seen());
        return new Seen(
                finding == null ? null : finding.id(),
                Likeness.hasGuid(facts.endpoint()) ? null : facts.endpoint(),
                facts.requestId() != null);
    }

    void learn(Groups groups) {
        for (Group group : groups.list()) {
            first.putIfAbsent(group.first().id(), group.first());
            if (!group.wantsRequestId()) {
                sampled.put(group.first().id(), true);
            }
        }
    }

    @Nullable
    Finding first(String finding) {
        return first.get(finding);
    }

    boolean hasSamples(String finding) {
        return sampled.containsKey(finding);
    }
}
