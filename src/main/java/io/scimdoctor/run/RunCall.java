package io.scimdoctor.run;

import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.redact.SafeExchange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One exchange of a run.
 *
 * @param id its name in the run, such as {@code users} or {@code 3}
 * @param source where it was captured, such as {@code log.ndjson:17}; null when the run made the call itself
 * @param billable whether Microsoft probably bills it
 * @param finding the id of what it shows, or null when it succeeded
 * @param alternatives ids of other conditions that it might be, likeliest first
 */
public record RunCall(
        String id,
        @Nullable String source,
        SafeExchange safe,
        boolean billable,
        @Nullable String finding,
        List<String> alternatives) {

    public Exchange exchange() {
        return safe.exchange();
    }

    /** The same with more that is known of it. */
    public RunCall with(SafeExchange fuller) {
        return new RunCall(id, source, fuller, billable, finding, alternatives);
    }
}
