package io.scimdoctor.watch.report;

import io.scimdoctor.exchange.Times;
import io.scimdoctor.watch.tally.Wilson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** Writes times and numbers as they stand in the sentences of a watch. */
public final class NumberText {
    private static final int TIME_OF_DAY = 11;

    private NumberText() {}

    /** The time alone where the day is known. */
    static String timeAfter(Instant time, Instant before) {
        String text = Times.shown(time);
        return text.regionMatches(0, Times.shown(before), 0, TIME_OF_DAY) ? text.substring(TIME_OF_DAY) : text;
    }

    /** In percent, of a share of 0 to 1. */
    static String number(double share) {
        BigDecimal percent = BigDecimal.valueOf(share * 100).setScale(2, RoundingMode.HALF_UP);
        boolean tiny = percent.signum() == 0 && share > 0;
        return tiny ? "under 0.01" : percent.toPlainString();
    }

    /** A rate with its confidence interval. */
    static String rate(Wilson rate) {
        return number(rate.rate()) + " % (95 %: " + number(rate.low()) + " to " + number(rate.high()) + ")";
    }
}
