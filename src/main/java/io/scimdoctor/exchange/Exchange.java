package io.scimdoctor.exchange;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request and how it ended: the one thing that every diagnosis starts from, live or captured.
 *
 * @param request what was sent, as far as it is known
 * @param outcome how it ended
 * @param attempts each try, oldest first; empty for a captured exchange
 * @param at when it was sent, if that is known
 * @param trace how the call travelled
 */
public record Exchange(
        SentRequest request,
        Outcome outcome,
        List<Attempt> attempts,
        @Nullable Instant at,
        Trace trace) {
    private static final String CLIENT_ID = "client-request-id";

    /** A captured exchange, of which no attempt or route is known. */
    public static Exchange captured(SentRequest request, Outcome outcome, @Nullable Instant at) {
        return new Exchange(request, outcome, List.of(), at, Trace.NONE);
    }

    /** The answer, or null when there was none. */
    public @Nullable Answered answer() {
        return outcome instanceof Answered answered ? answered : null;
    }

    /** What stands in the head of the answer; nothing when there was none. */
    public Headers answerHeaders() {
        return outcome instanceof Answered answered ? answered.headers() : Headers.NONE;
    }

    /** The client's id of the call, as the answer repeats it or as it was sent, or null. */
    public @Nullable String clientRequestId() {
        return answerHeaders()
                .first(CLIENT_ID)
                .or(() -> request.headers().first(CLIENT_ID))
                .orElse(null);
    }
}
