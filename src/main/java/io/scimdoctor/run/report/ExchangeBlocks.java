package io.scimdoctor.run.report;

import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.Block.Facts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of one exchange as blocks. */
final class ExchangeBlocks {
    private ExchangeBlocks() {}

    /**
     * Header fields and the body.
     *
     * @param most how many lines of the body are shown
     */
    static List<Block> message(Headers headers, @Nullable String body, int most) {
        List<Block> blocks =
                new ArrayList<>(List.of(Facts.of(headers.fields(), Headers.Field::name, Headers.Field::value)));
        List<String> lines = body == null || body.isEmpty() ? List.of() : laidOut(body);
        if (!lines.isEmpty()) {
            String begun = String.join("\n", lines.subList(0, Math.min(most, lines.size())));
            blocks.add(new Block.Paragraph(""));
            blocks.add(new Block.Code("", "text", begun));
        }
        if (lines.size() > most) {
            blocks.add(new Block.Paragraph("and " + (lines.size() - most) + " more lines; -v shows them"));
        }
        return blocks;
    }

    private static List<String> laidOut(String body) {
        Json.Partial partial = Json.readLeniently(body);
        if (!partial.complete() || partial.node().isValueNode()) {
            return body.lines().toList();
        }
        return JsonWriter.text(true, json -> json.value(partial.node())).lines().toList();
    }

    /** Each attempt, where there was more than one. */
    static @Nullable Block attempts(List<Attempt> attempts) {
        List<String> items = new ArrayList<>();
        for (Attempt attempt : attempts) {
            Duration wait = attempt.retryAfter();
            items.add(attempt.at() + ", " + (attempt.status() == null ? "no answer" : "HTTP " + attempt.status()) + ", "
                    + attempt.duration().toMillis() + " ms"
                    + (wait == null ? "" : ", Retry-After " + wait.toSeconds() + " s")
                    + (attempt.requestId() == null ? "" : ", request-id " + attempt.requestId())
                    + ", client-request-id " + attempt.clientRequestId());
        }
        return items.size() < 2 ? null : new Block.Steps(items);
    }
}
