package io.scimdoctor.watch.tally;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls and failures of each hour of the last sixty-two days. Failures come in bursts, so the hours themselves are counted
 * and not the calls in them: an hour of the day is suspect when it is bad day after day.
 */
final class Hours {
    static final int OF_A_DAY = 24;
    static final int MOST = OF_A_DAY * 62;

    private static final int FEWEST_DAYS = 3;
    private static final int FEWEST_FAILURES = 3;
    private static final int WORSE = 2;

    private Map<Instant, Share> hours = new LinkedHashMap<>();

    /**
     * One hour of the day over all days.
     *
     * @param days on how many of so many days it was bad
     */
    private record Hour(Share days, Share calls) {}

    void add(Instant at, boolean failed) {
        hours.merge(at.truncatedTo(ChronoUnit.HOURS), Share.NONE.plus(failed), Share::plus);
        if (hours.size() > MOST) {
            hours.remove(hours.keySet().iterator().next());
        }
    }

    /** Why no hour can be judged, or null. */
    @Nullable
    String obstacle() {
        boolean hasDays = byHour().stream().anyMatch(hour -> hour.days().calls() >= FEWEST_DAYS);
        return hasDays ? null : "fewer than three days";
    }

    /** The hours that were bad on several days, and how probable that is by chance. */
    List<Correlation> suspects() {
        List<Hour> all = byHour();
        Share days = all.stream().map(Hour::days).reduce(Share.NONE, Share::plus);
        List<Correlation> suspects = new ArrayList<>();
        for (int i = 0; i < OF_A_DAY; i++) {
            Share bad = all.get(i).days();
            if (bad.failures() >= FEWEST_DAYS) {
                long[] table = {bad.calls(), bad.failures(), days.calls(), days.failures()};
                String two = i < 10 ? "0" + i : "" + i;
                suspects.add(Correlation.of(
                        Dimension.HOUR,
                        two + ":00 to " + two + ":59 UTC",
                        all.get(i).calls(),
                        total(),
                        ExactTest.probability(List.of(table))));
            }
        }
        return suspects;
    }

    private Share total() {
        return hours.values().stream().reduce(Share.NONE, Share::plus);
    }

    /** The hours of the day, 0 to 23 in UTC. An hour is bad when it fails at least twice as often as all together. */
    private List<Hour> byHour() {
        double usual = total().rate();
        List<Hour> byHour = new ArrayList<>(Collections.nCopies(OF_A_DAY, new Hour(Share.NONE, Share.NONE)));
        hours.forEach((start, share) -> {
            boolean bad = share.failures() >= FEWEST_FAILURES && share.failures() >= WORSE * usual * share.calls();
            int of = start.atOffset(ZoneOffset.UTC).getHour();
            Hour before = byHour.get(of);
            byHour.set(of, new Hour(before.days().plus(bad), before.calls().plus(share)));
        });
        return byHour;
    }
}
