package io.scimdoctor.watch.tally;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.JsonWriter;
import java.io.IOException;
import java.util.Arrays;

/** The stretches of time in which a group of calls can be compared with the rest; the latest so many of them. */
final class Strata {
    static final int MOST = 2_000;

    private static final int PARTS = 4;

    private int[] parts = new int[PARTS];
    private int size;

    /** @param group how many calls the group made, of so many of all; both with the failures among them */
    void add(int group, int groupFailures, int all, int failures) {
        if (size == MOST * PARTS) {
            // The older half goes at once, so that adding stays cheap.
            System.arraycopy(parts, size / 2, parts, 0, size / 2);
            size /= 2;
        }
        if (size == parts.length) {
            parts = Arrays.copyOf(parts, Math.min(size * 2, MOST * PARTS));
        }
        parts[size] = group;
        parts[size + 1] = groupFailures;
        parts[size + 2] = all;
        parts[size + 3] = failures;
        size += PARTS;
    }

    int[] tables() {
        return Arrays.copyOf(parts, size);
    }

    /** One of the four parts, added up. */
    long sum(int part) {
        long sum = 0;
        for (int i = part; i < size; i += PARTS) {
            sum += parts[i];
        }
        return sum;
    }

    void write(JsonWriter json) throws IOException {
        json.array("strata");
        for (int i = 0; i < size; i++) {
            json.number(parts[i]);
        }
        json.endArray();
    }

    static Strata read(JsonNode json) {
        Strata strata = new Strata();
        for (int i = 0; i + PARTS <= json.size(); i += PARTS) {
            strata.add(
                    json.path(i).asInt(),
                    json.path(i + 1).asInt(),
                    json.path(i + 2).asInt(),
                    json.path(i + 3).asInt());
        }
        return strata;
    }
}
