package io.scimdoctor.watch.tally;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One finding at one endpoint: how often, when, and how many times in a row. */
public final class Failing {
    private static final int FIRST_IDS = 3;
    private static final int LAST_IDS = 3;

    private final String endpoint;
    private final WatchedCall.Shown finding;
    private final Instant first;
    private @Nullable Integer status;
    private Instant last;
    private long count;
    private long run;
    private long longest;
    private final List<String> firstIds = new ArrayList<>();
    private final Deque<String> lastIds = new ArrayDeque<>();

    Failing(String endpoint, WatchedCall.Shown finding, Instant first) {
        this.endpoint = endpoint;
        this.finding = finding;
        this.first = first;
        this.last = first;
    }

    public String endpoint() {
        return endpoint;
    }

    /** The finding's id. */
    public String id() {
        return finding.id();
    }

    /** Whether it counts as a failure, and not as a mere warning. */
    public boolean failure() {
        return finding.failure();
    }

    /** The status of the last answer, or null without one. */
    public @Nullable Integer status() {
        return status;
    }

    public Instant first() {
        return first;
    }

    public Instant last() {
        return last;
    }

    public long count() {
        return count;
    }

    /** The most calls to the endpoint in a row that showed it. */
    public long longest() {
        return longest;
    }

    /** The service's ids of the first and of the last such calls. */
    public List<String> requestIds() {
        List<String> ids = new ArrayList<>(firstIds);
        ids.addAll(lastIds);
        return ids;
    }

    void add(WatchedCall call) {
        last = call.at();
        status = call.status();
        count++;
        run++;
        longest = Math.max(longest, run);
        String id = call.requestId();
        if (id != null && firstIds.size() < FIRST_IDS) {
            firstIds.add(id);
        } else if (id != null) {
            lastIds.addLast(id);
            if (lastIds.size() > LAST_IDS) {
                lastIds.removeFirst();
            }
        }
    }

    /** A call to the endpoint showed something else, or nothing. */
    void interrupt() {
        run = 0;
    }

    void write(JsonWriter json) throws IOException {
        json.object()
                .field("id", finding.id())
                .field("failure", finding.failure())
                .field("status", status)
                .field("first", first)
                .field("last", last)
                .field("count", count)
                .field("run", run)
                .field("longest", longest)
                .strings("firstIds", firstIds)
                .strings("lastIds", lastIds)
                .endObject();
    }

    static Failing read(String endpoint, JsonNode json) {
        Failing row = new Failing(
                endpoint,
                new WatchedCall.Shown(
                        json.path("id").asText(), json.path("failure").asBoolean()),
                Instant.parse(json.path("first").asText()));
        JsonNode status = json.path("status");
        row.status = status.isIntegralNumber() ? Integer.valueOf(status.intValue()) : null;
        row.last = Instant.parse(json.path("last").asText());
        row.count = json.path("count").asLong();
        row.run = json.path("run").asLong();
        row.longest = json.path("longest").asLong();
        json.path("firstIds").forEach(id -> row.firstIds.add(id.asText()));
        json.path("lastIds").forEach(id -> row.lastIds.addLast(id.asText()));
        return row;
    }
}
