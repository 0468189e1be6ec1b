package io.scimdoctor.watch.report;

import io.scimdoctor.watch.tally.Round;

/** The last rounds as one line of small bars: the higher, the larger the share of its calls that failed. */
public final class Trend {
    static final int LENGTH = 48;

    private static final String LEVELS = "012345678";
    private static final String BLOCKS = "▁▂▃▄▅▆▇██";
    private static final String ASCII = "_.:-=+*##";

    private final StringBuilder levels = new StringBuilder();

    public Trend() {}

    /** @param levels what {@link #levels()} gave */
    public Trend(String levels) {
        for (int i = 0; i < Math.min(levels.length(), LENGTH); i++) {
            this.levels.append(LEVELS.indexOf(levels.charAt(i)) < 0 ? '?' : levels.charAt(i));
        }
    }

    public void add(Round round) {
        int all = Math.max(round.made(), round.failures());
        int failures = round.failures();
        int level = failures == 0 ? 0 : Math.max(1, failures * (LEVELS.length() - 1) / all);
        levels.append(round.undecided() && failures == 0 ? '?' : LEVELS.charAt(level));
        if (levels.length() > LENGTH) {
            levels.deleteCharAt(0);
        }
    }

    /** One character a round, oldest first. */
    public String levels() {
        return levels.toString();
    }

    String bars(boolean ascii) {
        StringBuilder bars = new StringBuilder();
        for (int i = 0; i < levels.length(); i++) {
            int level = LEVELS.indexOf(levels.charAt(i));
            bars.append(level < 0 ? '?' : (ascii ? ASCII : BLOCKS).charAt(level));
        }
        return bars.toString();
    }
}
