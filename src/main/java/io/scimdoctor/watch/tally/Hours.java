package io.scimdoctor.watch.tally;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Calls and failures of each hour of the last sixty-two days. Failures come in bursts, so the hours themselves are counted
 * and not the calls in them: an hour of the day is suspect when it is bad day after day.
 */
final class Hours {
    static final int MOST = 24 * 62;
    static final int FEWEST_DAYS = 3;

    private static final int SECONDS = 3_600;
    private static final int FEWEST_FAILURES = 3;
    private static final int WORSE = 2;

    private final Map<Long, long[]> hours = new LinkedHashMap<>();

    /** One hour of the day over all days. */
    record Hour(int hour, int days, int badDays, long calls, long failures) {}

    void add(Instant at, boolean failed) {
        long[] counts = hours.computeIfAbsent(Math.floorDiv(at.getEpochSecond(), (long) SECONDS), key -> new long[2]);
        counts[0]++;
        counts[1] += failed ? 1 : 0;
        if (hours.size() > MOST) {
            hours.remove(hours.keySet().iterator().next());
        }
    }

    /** The hours of the day, 0 to 23 in UTC. An hour is bad when it fails at least twice as often as all together. */
    Hour[] byHour() {
        double usual = usual();
        int[] days = new int[24];
        int[] bad = new int[24];
        long[] calls = new long[24];
        long[] failures = new long[24];
        for (Map.Entry<Long, long[]> entry : hours.entrySet()) {
            int hour = (int) Math.floorMod(entry.getKey(), 24L);
            long[] counts = entry.getValue();
            boolean worse = counts[1] >= FEWEST_FAILURES && counts[1] >= WORSE * usual * counts[0];
            days[hour]++;
            bad[hour] += worse ? 1 : 0;
            calls[hour] += counts[0];
            failures[hour] += counts[1];
        }
        Hour[] list = new Hour[24];
        for (int hour = 0; hour < list.length; hour++) {
            list[hour] = new Hour(hour, days[hour], bad[hour], calls[hour], failures[hour]);
        }
        return list;
    }

    private double usual() {
        long calls = 0;
        long failures = 0;
        for (long[] counts : hours.values()) {
            calls += counts[0];
            failures += counts[1];
        }
        return calls == 0 ? 0 : (double) failures / calls;
    }

    void write(JsonWriter json) throws IOException {
        json.array("hours");
        for (Map.Entry<Long, long[]> entry : hours.entrySet()) {
            json.number(entry.getKey()).number(entry.getValue()[0]).number(entry.getValue()[1]);
        }
        json.endArray();
    }

    static Hours read(JsonNode json) {
        Hours hours = new Hours();
        for (int i = 0; i + 2 < json.size(); i += 3) {
            long[] counts = {json.path(i + 1).asLong(), json.path(i + 2).asLong()};
            hours.hours.put(json.path(i).asLong(), counts);
        }
        return hours;
    }
}
