package io.scimdoctor.watch.tally;

/**
 * The last rounds as one line of small bars: the higher, the larger the share of its calls that failed.
 *
 * @param levels one character a round, oldest first: a digit, or a question mark where there was no verdict
 */
public record Trend(String levels) {
    private static final int LENGTH = 48;
    private static final int HIGHEST = 8;
    private static final String BLOCKS = "▁▂▃▄▅▆▇██";
    private static final String ASCII = "_.:-=+*##";

    Trend plus(Round round) {
        int failures = round.failures();
        int level = failures == 0 ? 0 : Math.max(1, failures * HIGHEST / Math.max(round.made(), failures));
        String longer = levels + (round.undecided() && failures == 0 ? "?" : String.valueOf(level));
        return new Trend(longer.substring(Math.max(0, longer.length() - LENGTH)));
    }

    public String bars(boolean ascii) {
        String bars = levels;
        for (int level = 0; level <= HIGHEST; level++) {
            bars = bars.replace((char) ('0' + level), (ascii ? ASCII : BLOCKS).charAt(level));
        }
        return bars;
    }
}
