package io.scimdoctor.watch.tally;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.JsonWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The calls by one dimension's values, compared with each other within each stretch of some rounds. */
final class Traits {
    static final int MOST_VALUES = 30;
    static final String OTHER = "others";

    private final Map<String, Value> values = new LinkedHashMap<>();

    /** One value, such as one data centre. */
    static final class Value {
        private long calls;
        private long failures;
        private int recentCalls;
        private int recentFailures;
        private Strata strata = new Strata();

        long calls() {
            return calls;
        }

        long failures() {
            return failures;
        }

        Strata strata() {
            return strata;
        }
    }

    Map<String, Value> values() {
        return values;
    }

    void add(String name, boolean failed) {
        String kept = values.containsKey(name) || values.size() < MOST_VALUES ? name : OTHER;
        Value value = values.computeIfAbsent(kept, key -> new Value());
        value.calls++;
        value.recentCalls++;
        value.failures += failed ? 1 : 0;
        value.recentFailures += failed ? 1 : 0;
    }

    /** A stretch ends. It tells something only if it has failures, and calls of several values. */
    void closeStretch() {
        int calls = 0;
        int failures = 0;
        int groups = 0;
        for (Value value : values.values()) {
            calls += value.recentCalls;
            failures += value.recentFailures;
            groups += value.recentCalls > 0 ? 1 : 0;
        }
        boolean telling = failures > 0 && failures < calls && groups > 1;
        for (Value value : values.values()) {
            if (telling && value.recentCalls > 0) {
                value.strata.add(value.recentCalls, value.recentFailures, calls, failures);
            }
            value.recentCalls = 0;
            value.recentFailures = 0;
        }
    }

    void write(JsonWriter json, String name) throws IOException {
        json.array(name);
        for (Map.Entry<String, Value> entry : values.entrySet()) {
            Value value = entry.getValue();
            json.object()
                    .field("value", entry.getKey())
                    .field("calls", value.calls)
                    .field("failures", value.failures)
                    .field("recentCalls", value.recentCalls)
                    .field("recentFailures", value.recentFailures);
            value.strata.write(json);
            json.endObject();
        }
        json.endArray();
    }

    static Traits read(JsonNode json) {
        Traits traits = new Traits();
        for (JsonNode node : json) {
            Value value = new Value();
            value.calls = node.path("calls").asLong();
            value.failures = node.path("failures").asLong();
            value.recentCalls = node.path("recentCalls").asInt();
            value.recentFailures = node.path("recentFailures").asInt();
            value.strata = Strata.read(node.path("strata"));
            traits.values.put(node.path("value").asText(), value);
        }
        return traits;
    }
}
