package io.scimdoctor.report.format;

import io.scimdoctor.diagnosis.Shares;
import io.scimdoctor.exchange.Trace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How counts, shares and times are put into words. */
public final class Amounts {
    private Amounts() {}

    public static String span(Instant from, @Nullable Instant to) {
        return to == null || from.equals(to) ? from.toString() : from + " to " + to;
    }

    /** In percent with two decimals; what is not zero is never shown as zero. */
    public static String share(long count, long of) {
        long all = Math.max(1, of);
        // Hundredths of a percent, rounded to the nearest.
        long hundredths = (count * 10_000 + all / 2) / all;
        String percent = hundredths / 100 + "." + (hundredths % 100 < 10 ? "0" : "") + hundredths % 100 + " %";
        return hundredths == 0 && count > 0 ? "less than 0.01 %" : percent;
    }

    /** Some of many, and how many more there are. */
    public static String some(List<String> shown, long many) {
        long more = many - shown.size();
        return String.join(", ", shown) + (more > 0 ? " and " + number(more) + " more" : "");
    }

    /** Such as {@code 1 call} or {@code 1,200 calls}. */
    public static String count(long count, String noun) {
        return number(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** In the largest unit that leaves no rest, such as {@code 90 s}. */
    public static String duration(Duration duration) {
        long millis = duration.toMillis();
        String[] names = {" d", " h", " min", " s"};
        long[] units = {86_400_000L, 3_600_000L, 60_000L, 1_000L};
        for (int i = 0; i < units.length; i++) {
            if (millis >= units[i] && millis % units[i] == 0) {
                return millis / units[i] + names[i];
            }
        }
        return millis + " ms";
    }

    /** In milliseconds, with commas between thousands. */
    public static String millis(Duration duration) {
        return number(duration.toMillis()) + " ms";
    }

    /** How long each phase of a call took, or an empty text. */
    public static String phases(Trace.Phases phases) {
        return (phase("name look-up ", phases.resolve())
                        + phase("connection ", phases.connect())
                        + phase("TLS ", phases.tls())
                        + phase("first byte after ", phases.firstByte())
                        + phase("in all ", phases.total()))
                .replaceFirst(", $", "");
    }

    private static String phase(String name, @Nullable Duration time) {
        return time == null ? "" : name + time.toMillis() + " ms, ";
    }

    /** A share of 0 to 1 with six decimals, as machines read it. */
    public static BigDecimal fraction(double share) {
        return BigDecimal.valueOf(share).setScale(6, RoundingMode.HALF_UP);
    }

    /** In seconds with three decimals, as machines read it. */
    public static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3);
    }

    /** The largest parts with their counts, in the order of the list. */
    public static String shares(List<Shares.Share> list, Shares shares, int most) {
        List<String> texts = new ArrayList<>();
        for (Shares.Share share : list.subList(0, Math.min(most, list.size()))) {
            texts.add(share.text() + " (" + number(share.count()) + ")");
        }
        boolean more = list.size() > most || shares.other() > 0;
        return String.join(", ", texts) + (more ? ", and others" : "");
    }

    /** With commas between thousands. */
    public static String number(long number) {
        StringBuilder text = new StringBuilder(Long.toString(number));
        for (int i = text.length() - 3; i > 0; i -= 3) {
            text.insert(i, ',');
        }
        return text.toString();
    }
}
