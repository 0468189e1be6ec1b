package io.scimdoctor.triage;

import io.scimdoctor.capture.Captured;
import io.scimdoctor.capture.Unreadable;
import io.scimdoctor.capture.bulk.SummingSink;
import io.scimdoctor.capture.source.Source;
import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.diagnosis.Group;
import io.scimdoctor.diagnosis.Sighting;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.report.diagnosis.DiagnosisOutput;
import io.scimdoctor.report.diagnosis.DiagnosisTally;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sums up exchanges. Failures that are alike in all that decides are diagnosed once, and then only counted. */
final class Sums implements SummingSink {
    /** What a JSON document lists at most; more places than that are only counted. */
    private static final int MOST_PIECES = 10_000;

    private static final int MOST_OFFERED = 10_000;

    private final Memory memory;
    private final @Nullable DiagnosisOutput output;
    private final DiagnosisTally tally;
    private final List<Unreadable> pieces = new ArrayList<>();
    /** Where request ids were looked for: one that repeats is not looked at again. */
    private final Set<String> offered = new HashSet<>();

    private @Nullable Captured success;
    private int taken;

    /** @param output where unreadable pieces go at once; null for a part, which keeps them */
    Sums(Memory memory, @Nullable DiagnosisOutput output, DiagnosisTally tally) {
        this.memory = memory;
        this.output = output;
        this.tally = tally;
        if (output != null) {
            memory.learn(tally.groups());
        }
    }

    @Override
    public @Nullable SummingSink summing() {
        return this;
    }

    @Override
    public void succeeded(@Nullable Instant at) {
        if (memory.wanted().isTime(at)) {
            tally.addCall(at);
        } else {
            tally.addLeftOut();
        }
    }

    @Override
    public @Nullable Captured onlySuccess() {
        Captured only = taken == 1 ? success : null;
        taken = 0;
        success = null;
        return only;
    }

    @Override
    public void exchange(Captured captured) {
        taken++;
        Memory.Seen seen = memory.find(captured.exchange());
        if (seen == null || !isCounted(seen, captured)) {
            diagnose(captured);
        } else if (seen.finding() == null) {
            success = captured;
        }
    }

    private boolean isCounted(Memory.Seen seen, Captured captured) {
        Instant at = ExchangeFacts.at(captured.exchange());
        String finding = seen.finding();
        if (!memory.wanted().isTime(at)) {
            tally.addLeftOut();
        } else if (finding == null) {
            tally.addCall(at);
        } else if (!memory.wanted().isFinding(finding)) {
            tally.addBeside(at);
        } else {
            return isCounted(finding, seen, captured, at);
        }
        return true;
    }

    private boolean isCounted(String finding, Memory.Seen seen, Captured captured, @Nullable Instant at) {
        Group group = tally.groups().find(finding);
        Finding first = group == null ? memory.first(finding) : null;
        if (group == null && first == null) {
            return false;
        }
        Group counted = group == null ? tally.groups().open(first) : group;
        Exchange exchange = captured.exchange();
        String requestId = null;
        if (seen.hasRequestId()
                && counted.wantsRequestId()
                && !memory.hasSamples(finding)
                && isNew(finding, exchange)) {
            requestId = ExchangeFacts.requestId(exchange);
        }
        String endpoint = seen.endpoint();
        tally.addFailure(
                counted,
                new Sighting(
                        at,
                        endpoint == null ? ExchangeFacts.endpoint(exchange.request()) : endpoint,
                        requestId,
                        captured.caller()));
        return true;
    }

    /** Whether the place where the request id stands has not been looked at yet. */
    private boolean isNew(String finding, Exchange exchange) {
        if (offered.size() > MOST_OFFERED) {
            offered.clear();
        }
        return offered.add(finding + ' ' + ExchangeFacts.requestIdSource(exchange));
    }

    private void diagnose(Captured captured) {
        Diagnosis diagnosis = memory.diagnose(captured.exchange());
        Finding finding = diagnosis.finding();
        success = finding == null ? captured : null;
        ExchangeFacts facts = ExchangeFacts.of(diagnosis.seen());
        if (!memory.wanted().isTime(facts.at())) {
            tally.addLeftOut();
        } else if (finding != null && !memory.wanted().isFinding(finding.id())) {
            tally.addBeside(facts.at());
        } else {
            tally.add(facts, diagnosis, captured.caller());
        }
    }

    @Override
    public void unreadable(Unreadable piece) {
        taken++;
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
    public SummingSink part() {
        return new Sums(memory, null, tally.part());
    }

    @Override
    public void add(SummingSink part, long before) {
        Sums summed = (Sums) part;
        tally.addAll(summed.tally);
        memory.learn(tally.groups());
        for (Unreadable piece : summed.pieces) {
            Source source = piece.source();
            Source placed = new Source(source.file(), source.index() + before, source.id());
            if (output != null) {
                write(output, new Unreadable(placed, piece.reason()));
            }
        }
    }
}
