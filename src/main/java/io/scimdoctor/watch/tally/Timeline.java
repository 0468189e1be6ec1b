package io.scimdoctor.watch.tally;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.diagnosis.Histogram;
import io.scimdoctor.json.JsonWriter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** How many rounds there were over time, and how many of them failed. Its size does not depend on their number. */
public final class Timeline {
    private Histogram rounds = new Histogram();
    private Histogram failed = new Histogram();

    void add(Round round) {
        long at = round.started().toEpochMilli();
        rounds.add(at);
        if (round.failed()) {
            failed.add(at);
        }
    }

    /** All rounds, whose steps are the axis. */
    public Histogram rounds() {
        return rounds;
    }

    /** The failed ones along that axis. */
    public long[] failed() {
        return failed.along(rounds);
    }

    void write(JsonWriter json) throws IOException {
        json.object("timeline");
        write(json, "rounds", rounds);
        write(json, "failed", failed);
        json.endObject();
    }

    private static void write(JsonWriter json, String name, Histogram histogram) throws IOException {
        json.object(name)
                .field("from", histogram.from())
                .field("stepMs", histogram.step())
                .array("counts");
        for (long count : histogram.counts()) {
            json.number(count);
        }
        json.endArray().endObject();
    }

    static Timeline read(JsonNode json) {
        Timeline timeline = new Timeline();
        timeline.rounds = histogram(json.path("rounds"));
        timeline.failed = histogram(json.path("failed"));
        return timeline;
    }

    private static Histogram histogram(JsonNode json) {
        long[] counts = new long[json.path("counts").size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = json.path("counts").path(i).asLong();
        }
        return Histogram.of(
                Instant.parse(json.path("from").asText()),
                Duration.ofMillis(json.path("stepMs").asLong()),
                counts);
    }
}
