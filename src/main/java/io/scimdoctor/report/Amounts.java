package io.scimdoctor.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How counts, shares and times are put into words. */
final class Amounts {
    private Amounts() {}

    static String span(Instant from, @Nullable Instant to) {
        return to == null || from.equals(to) ? from.toString() : from + " to " + to;
    }

    /** In percent with two decimals; what is not zero is never shown as zero. */
    static String share(long count, long of) {
        long all = Math.max(1, of);
        // Hundredths of a percent, rounded to the nearest.
        long hundredths = (count * 10_000 + all / 2) / all;
        String percent = hundredths / 100 + "." + (hundredths % 100 < 10 ? "0" : "") + hundredths % 100 + " %";
        return hundredths == 0 && count > 0 ? "less than 0.01 %" : percent;
    }

    static String kinds(long count) {
        return number(count) + (count == 1 ? " kind" : " kinds");
    }

    static String calls(long count) {
        return number(count) + (count == 1 ? " call" : " calls");
    }

    /** With commas between thousands. */
    static String number(long number) {
        String digits = Long.toString(number);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }
}
