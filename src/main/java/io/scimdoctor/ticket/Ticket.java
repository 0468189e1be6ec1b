package io.scimdoctor.ticket;

import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.Slugged;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Owner;
import io.scimdoctor.run.RunHead;
import io.scimdoctor.run.RunWindows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Microsoft Support is told: everything that is known and of use, without secrets, and the names of what is not known.
 *
 * @param firstSteps what to do before the ticket is sent, because somebody else than Microsoft can do it
 * @param impact how much fails
 * @param place who called whom and from where
 * @param token the claims that may be shown
 * @param state what is known of feature, permissions and objects
 * @param problems each finding with its calls, the leading one first
 * @param ruledOut what is ruled out, and why
 * @param notRuledOut what is not ruled out, and how to tell
 * @param tried what was done so far
 * @param missing what Microsoft's engineers will ask for and what is missing
 * @param disclosures what of the evidence is shared, masked and withheld
 * @param runs where the evidence comes from
 */
public record Ticket(
        Subject subject,
        List<String> firstSteps,
        List<String> impact,
        List<Fact> place,
        List<Fact> token,
        List<Fact> state,
        List<Problem> problems,
        List<Judgement> ruledOut,
        List<Judgement> notRuledOut,
        List<String> tried,
        List<Gap> missing,
        List<Disclosure> disclosures,
        List<RunHead> runs) {

    /**
     * What the ticket is about.
     *
     * @param title one line
     * @param problem one sentence
     * @param caseId the number that Microsoft or a help desk gave it
     * @param notes what the user adds
     * @param simulated whether any of the evidence comes from the simulator
     * @param owner who must act first on the leading finding, or null when nothing failed
     */
    public record Subject(
            String title,
            String problem,
            @Nullable String caseId,
            List<String> notes,
            boolean simulated,
            @Nullable Owner owner) {}

    /**
     * What happens to the values of one place.
     *
     * @param place such as {@code request header Accept} or {@code field userName}
     * @param count how many there are, or null for what is never looked at
     */
    public record Disclosure(
            String place, Treatment treatment, @Nullable Long count) {}

    /** How a value leaves. */
    public enum Treatment implements Slugged {
        /** The value leaves as it is. */
        SHARED,
        /** A stand-in leaves, or the text without the words that are not known. */
        MASKED,
        /** The value does not leave at all. */
        WITHHELD
    }

    /**
     * One fact.
     *
     * @param value null when it is not known
     */
    public record Fact(String name, @Nullable String value) {}

    /** Something that might be the cause, whether it can be, and why. */
    public record Judgement(String statement, String reason) {}

    /**
     * Something that will be asked for and is missing.
     *
     * @param field what is missing
     * @param why what it is needed for
     * @param how the command that fetches it, or who knows it
     */
    public record Gap(String field, String why, String how) {}

    /**
     * One finding and the calls that show it.
     *
     * @param seen how often and when, or null for what no call shows
     * @param samples calls in full
     * @param attempts every try of every recorded call
     */
    public record Problem(Finding finding, @Nullable Occurrence seen, List<Sample> samples, List<Try> attempts) {}

    /**
     * How often something was seen.
     *
     * @param calls how many there were altogether
     * @param windows its clusters in time
     * @param since when the evidence begins
     * @param until when the evidence ends
     */
    public record Occurrence(
            long count,
            long calls,
            @Nullable Instant firstSeen,
            @Nullable Instant lastSeen,
            List<String> endpoints,
            RunWindows windows,
            @Nullable Instant since,
            @Nullable Instant until) {}

    /**
     * One call in full.
     *
     * @param id its name in the run
     * @param source where it was captured, or null
     * @param expected what the documents promise
     * @param actual what happened
     * @param fault why no answer came, or null
     * @param answerFacts what the answer says, taken apart
     * @param reproduce lines that make the call again, or null when its URL is not known
     */
    public record Sample(
            String id,
            @Nullable String source,
            @Nullable Instant startedAt,
            String expected,
            String actual,
            SentRequest request,
            @Nullable Answer answer,
            @Nullable TransportFault fault,
            List<Fact> answerFacts,
            Trace.Phases phases,
            @Nullable Reproducer reproduce) {}

    /** What came back. */
    public record Answer(@Nullable Integer status, Headers headers, String body, boolean truncated) {}

    /** The same request in three languages, the token in a variable. */
    public record Reproducer(
            String curl,
            String powershell,
            String http,
            @Nullable String note) {}

    /** One try, with every id by which a server's log can be searched. */
    public record Try(
            String call,
            @Nullable Instant at,
            @Nullable Integer status,
            @Nullable Duration duration,
            @Nullable Duration retryAfter,
            @Nullable String requestId,
            @Nullable String clientRequestId,
            @Nullable String traceId,
            @Nullable String correlationId) {}
}
