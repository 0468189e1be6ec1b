package io.scimdoctor.triage;

import io.scimdoctor.capture.Captured;
import io.scimdoctor.capture.Shown;
import io.scimdoctor.capture.SummingSink;
import io.scimdoctor.diagnosis.Diagnosis;
import io.scimdoctor.diagnosis.DiagnosisTally;
import io.scimdoctor.diagnosis.ExchangeFacts;
import io.scimdoctor.diagnosis.Group;
import io.scimdoctor.diagnosis.Sighting;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.input.Source;
import io.scimdoctor.input.Unreadable;
import io.scimdoctor.redact.Redactor;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sums up exchanges. Failures that are alike in all that decides are diagnosed once, and then only counted. */
final class Sums implements SummingSink {
    private static final int MOST_OFFERED = 10_000;

    /** Whose sums these are; null for a part of them. */
    private final @Nullable Triage whole;

    private final Memory memory;
    private final DiagnosisTally tally;
    /** The places where request ids were looked for already: none is looked at twice. */
    private final Set<String> offered = new HashSet<>();

    /** Exchanges that were held back until it was clear that only sums are wanted; they are counted before all others. */
    private List<Captured> begun;

    private @Nullable Captured last;
    private @Nullable String lastLikeness;
    private int taken;
    private int parts;
    private final int number;

    /** @param begun what has come so far; it is left alone from here on */
    Sums(Triage whole, Memory memory, DiagnosisTally tally, List<Captured> begun) {
        this(whole, memory, tally, begun, 0);
        memory.learn(tally.groups());
    }

    /** @param number of the part, in the order of the input */
    private Sums(@Nullable Triage whole, Memory memory, DiagnosisTally tally, List<Captured> begun, int number) {
        this.whole = whole;
        this.memory = memory;
        this.tally = tally;
        this.begun = begun;
        this.number = number;
    }

    /** Counts what came before it was known that only the sums count. */
    void settle() {
        List<Captured> first = begun;
        begun = List.of();
        first.forEach(this::exchange);
        taken = 0;
    }

    @Override
    public @Nullable SummingSink summing(boolean ahead) {
        return this;
    }

    @Override
    public @Nullable Shown shown() {
        Captured captured = taken == 1 ? last : null;
        Memory.Seen seen = captured == null ? null : memory.find(lastLikeness);
        taken = 0;
        last = null;
        return captured == null || seen == null
                ? null
                : new Shown(captured, seen.finding(), seen.endpoint(), seen.hasRequestId());
    }

    @Override
    public void exchange(Captured captured) {
        if (!begun.isEmpty()) {
            settle();
        }
        taken++;
        last = captured;
        Exchange exchange = captured.exchange();
        lastLikeness = memory.likeness(exchange);
        Memory.Seen seen = memory.find(lastLikeness);
        Instant at = ExchangeFacts.at(exchange);
        if (seen != null && (isBeside(seen.finding(), at) || isOpen(seen.finding()))) {
            boolean named = seen.hasRequestId() && isNewSample(seen.finding(), ExchangeFacts.requestIdSource(exchange));
            String id = named ? ExchangeFacts.masked(ExchangeFacts.requestId(exchange)) : null;
            count(seen.finding(), new Sighting(at, seen.endpoint(), id, captured.caller()));
        } else {
            diagnose(captured);
        }
    }

    @Override
    public boolean again(Shown earlier, @Nullable Instant at, @Nullable String requestId) {
        if (!begun.isEmpty()) {
            settle();
        }
        boolean known = isBeside(earlier.finding(), at) || isOpen(earlier.finding());
        if (known) {
            boolean wanted = requestId != null && isNewSample(earlier.finding(), requestId);
            String id = requestId != null && wanted ? Redactor.text(requestId) : null;
            count(
                    earlier.finding(),
                    new Sighting(at, earlier.endpoint(), id, earlier.captured().caller()));
        }
        return known;
    }

    /** Whether a call belongs to no group: it succeeded, or it is not asked for. */
    private boolean isBeside(@Nullable String finding, @Nullable Instant at) {
        return finding == null
                || !memory.wanted().isTime(at)
                || !memory.wanted().isFinding(finding);
    }

    /** Whether there is a group for the finding, opened if need be; its first member has to be diagnosed in full. */
    private boolean isOpen(@Nullable String finding) {
        if (finding == null || tally.groups().find(finding) != null) {
            return finding != null;
        }
        Finding first = memory.first(finding, number);
        if (first != null) {
            tally.groups().open(first);
        }
        return first != null;
    }

    @Override
    public boolean wantsRequestId(@Nullable String finding) {
        Group group = finding == null ? null : tally.groups().find(finding);
        boolean full = group != null && !group.wantsRequestId();
        return finding != null && !full && memory.samples(finding).size() < Group.MOST_SAMPLES;
    }

    /** Whether a request id is wanted as a sample, and the place where it stands has not been looked at yet. */
    private boolean isNewSample(@Nullable String finding, String source) {
        if (finding == null
                || !wantsRequestId(finding)
                || memory.samples(finding).contains(source)) {
            return false;
        }
        if (offered.size() > MOST_OFFERED) {
            offered.clear();
        }
        return offered.add(finding + ' ' + source);
    }

    private void count(@Nullable String finding, Sighting call) {
        Instant at = call.at();
        Group group = finding == null ? null : tally.groups().find(finding);
        if (!memory.wanted().isTime(at)) {
            tally.addLeftOut();
        } else if (finding == null) {
            tally.addCall(at);
        } else if (group == null || !memory.wanted().isFinding(finding)) {
            tally.addBeside(at);
        } else {
            tally.addFailure(group, call);
        }
    }

    private void diagnose(Captured captured) {
        Diagnosis diagnosis = memory.diagnose(captured.exchange(), lastLikeness);
        Finding finding = diagnosis.finding();
        ExchangeFacts facts = diagnosis.facts();
        if (!memory.wanted().isTime(facts.at())) {
            tally.addLeftOut();
        } else if (finding != null && !memory.wanted().isFinding(finding.id())) {
            tally.addBeside(facts.at());
        } else {
            if (finding != null) {
                memory.learn(finding, number);
            }
            tally.add(facts, diagnosis, captured.caller());
        }
    }

    @Override
    public void unreadable(Unreadable piece) throws IOException {
        taken++;
        tally.addUnreadable(piece);
        show(piece);
    }

    private void show(Unreadable piece) throws IOException {
        if (whole != null) {
            whole.output().unreadable(piece);
        }
    }

    @Override
    public SummingSink part() {
        parts++;
        Sums part = new Sums(null, memory, tally.part(), begun, parts);
        begun = List.of();
        return part;
    }

    @Override
    public boolean isWanted(SummingSink part) {
        Sums summed = (Sums) part;
        summed.settle();
        return whole == null || whole.isWanted(this, summed.tally.exchanges());
    }

    @Override
    public void add(SummingSink part, long before) throws IOException {
        Sums summed = (Sums) part;
        tally.addAll(summed.tally);
        memory.learn(tally.groups());
        for (Unreadable piece : summed.tally.unread(DiagnosisTally.MOST_UNREAD)) {
            Source source = piece.source();
            Source at = new Source(source.file(), source.index() + before, source.id());
            Unreadable placed = new Unreadable(at, piece.reason(), piece.failed());
            tally.keep(placed);
            show(placed);
        }
    }
}
