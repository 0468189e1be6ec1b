package io.scimdoctor.triage;

import io.scimdoctor.capture.Captured;
import io.scimdoctor.capture.Unreadable;
import io.scimdoctor.capture.bulk.Glance;
import io.scimdoctor.capture.bulk.Signature;
import io.scimdoctor.capture.bulk.SummingSink;
import io.scimdoctor.capture.source.Source;
import io.scimdoctor.diagnosis.Diagnoser;
import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.DiagnosisContext;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.diagnosis.Group;
import io.scimdoctor.diagnosis.Groups;
import io.scimdoctor.diagnosis.Sighting;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.report.diagnosis.DiagnosisOutput;
import io.scimdoctor.report.diagnosis.DiagnosisTally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Sums up exchanges. Failures that are alike in all that decides are diagnosed once, and then only counted. */
final class Sums implements SummingSink {
    /** What a JSON document lists at most; more places than that are only counted. */
    private static final int MOST_PIECES = 10_000;

    private final Shared shared;
    private final @Nullable DiagnosisOutput output;
    private final Memory memory = new Memory();
    private final List<Unreadable> pieces = new ArrayList<>();
    private DiagnosisTally tally;
    private @Nullable Signature pending;

    /** What all threads know, each of which sums up for itself. */
    static final class Shared {
        private final Diagnoser diagnoser;
        private final DiagnosisContext context;
        private final TriageFilter wanted;
        /** The first finding of each kind in the parts that have been added up. */
        private final Map<String, Finding> first = new ConcurrentHashMap<>();
        /** Kinds of which those parts hold all the request ids that are shown. */
        private final Map<String, Boolean> sampled = new ConcurrentHashMap<>();

        Shared(Diagnoser diagnoser, DiagnosisContext context, TriageFilter wanted) {
            this.diagnoser = diagnoser;
            this.context = context;
            this.wanted = wanted;
        }

        private void learn(Groups groups) {
            for (Group group : groups.list()) {
                first.putIfAbsent(group.first().id(), group.first());
                if (!group.wantsRequestId()) {
                    sampled.put(group.first().id(), true);
                }
            }
        }
    }

    /** What one thread summed up since the last time. */
    private record Summed(DiagnosisTally tally, List<Unreadable> pieces) implements Part {}

    /** @param output where unreadable pieces go at once; null for a thread's own sums, which keep them */
    Sums(Shared shared, @Nullable DiagnosisOutput output, DiagnosisTally tally) {
        this.shared = shared;
        this.output = output;
        this.tally = tally;
        if (output != null) {
            shared.learn(tally.groups());
        }
    }

    @Override
    public @Nullable SummingSink summing() {
        return this;
    }

    @Override
    public void succeeded(Glance success) {
        if (!shared.wanted.isAnyTime() && !shared.wanted.isTime(success.at())) {
            tally.addLeftOut();
        } else if (success.isTimed()) {
            tally.addCall(success.millis());
        } else {
            tally.addCall((Instant) null);
        }
    }

    @Override
    public boolean repeated(Glance failure) {
        boolean weighsToken = shared.context.token() != null && (failure.status() == 401 || failure.status() == 403);
        if (weighsToken) {
            return false;
        }
        Signature signature = failure.signature();
        Memory.Entry entry = memory.find(signature);
        if (entry == null) {
            pending = signature;
            return false;
        }
        Instant at = failure.at();
        if (!shared.wanted.isTime(at)) {
            tally.addLeftOut();
        } else if (entry.id() == null) {
            tally.addCall(at);
        } else if (!shared.wanted.isFinding(entry.id())) {
            tally.addBeside(at);
        } else {
            return isCounted(entry, entry.id(), failure, at);
        }
        return true;
    }

    private boolean isCounted(Memory.Entry entry, String id, Glance failure, @Nullable Instant at) {
        Group group = tally.groups().find(id);
        if (group == null) {
            Finding first = shared.first.get(id);
            if (first == null) {
                return false;
            }
            group = tally.groups().open(first);
        }
        if (entry.hasRequestId() && group.wantsRequestId() && !shared.sampled.containsKey(id)) {
            return false;
        }
        String endpoint = entry.endpoint();
        if (endpoint == null) {
            String method = failure.method();
            String url = failure.url();
            if (method == null || url == null) {
                return false;
            }
            endpoint = ExchangeFacts.endpoint(method, url);
        }
        tally.addFailure(group, new Sighting(at, endpoint, null, failure.caller()));
        return true;
    }

    @Override
    public void forget() {
        pending = null;
    }

    @Override
    public void exchange(Captured captured) {
        Diagnosis diagnosis = shared.diagnoser.diagnose(captured.exchange(), shared.context);
        ExchangeFacts facts = ExchangeFacts.of(diagnosis.seen());
        Finding finding = diagnosis.finding();
        remember(diagnosis, facts);
        if (!shared.wanted.isTime(facts.at())) {
            tally.addLeftOut();
        } else if (finding != null && !shared.wanted.isFinding(finding.id())) {
            tally.addBeside(facts.at());
        } else {
            tally.add(facts, diagnosis, captured.caller());
        }
    }

    private void remember(Diagnosis diagnosis, ExchangeFacts facts) {
        Signature signature = pending;
        if (signature != null && memory.find(signature) == null) {
            Finding finding = diagnosis.finding();
            boolean own = ExchangeFacts.isOwnEndpoint(diagnosis.seen().url());
            memory.put(new Memory.Entry(
                    signature,
                    finding == null ? null : finding.id(),
                    own ? facts.endpoint() : null,
                    facts.requestId() != null));
        }
        pending = null;
    }

    @Override
    public void unreadable(Unreadable piece) {
        tally.addUnreadable();
        if (output != null) {
            write(output, piece);
        } else if (pieces.size() < MOST_PIECES) {
            pieces.add(piece);
        }
    }

    private static void write(DiagnosisOutput output, Unreadable piece) {
        try {
            output.unreadable(piece);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public SummingSink another() {
        return new Sums(shared, null, tally.part());
    }

    @Override
    public Part take() {
        Summed summed = new Summed(tally, List.copyOf(pieces));
        tally = tally.part();
        pieces.clear();
        return summed;
    }

    @Override
    public void add(Part part, long before) {
        Summed summed = (Summed) part;
        tally.addAll(summed.tally());
        shared.learn(tally.groups());
        for (Unreadable piece : summed.pieces()) {
            Source source = piece.source();
            Source placed = new Source(source.file(), source.index() + before, source.id());
            if (output != null) {
                write(output, new Unreadable(placed, piece.reason()));
            }
        }
    }
}
