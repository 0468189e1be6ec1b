package io.scimdoctor.report.format;

import io.scimdoctor.diagnosis.Histogram;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Counts over time as a drawing of bars, whose caption says the same in words. */
public final class HtmlBars {
    /** Fewer steps than these leave the rest of the drawing empty, so that bars stay bars. */
    private static final int FEWEST_STEPS = 32;

    private static final int WIDTH = 10;
    private static final int HEIGHT = 100;
    private static final int SMALLEST = 3;

    private HtmlBars() {}

    /**
     * Draws the failures above all there was, and holds the numbers ready.
     *
     * @param what is counted, such as {@code calls}
     * @param failures one for each step of the axis
     * @param axis counts all of them
     */
    public static void overTime(HtmlPage page, String what, long[] failures, Histogram axis) {
        long[] all = axis.counts();
        draw(page, "Failed " + what, "failures", failures, axis);
        draw(page, "All " + what, "calls", all, axis);
        String column = what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
        page.html("<details>\n<summary>The numbers</summary>\n")
                .table("The numbers", List.of("From", column, "Failed", "Share"));
        for (int i = 0; i < all.length; i++) {
            page.row(List.of(
                    start(axis, i).toString(),
                    Amounts.number(all[i]),
                    Amounts.number(failures[i]),
                    Amounts.share(failures[i], all[i])));
        }
        page.endTable().html("</details>\n");
    }

    /**
     * Draws one series.
     *
     * @param name what is counted
     * @param kind the class of the bars, {@code failures} or {@code calls}
     * @param counts one for each step of the axis
     */
    public static void draw(HtmlPage page, String name, String kind, long[] counts, Histogram axis) {
        if (counts.length == 0) {
            return;
        }
        int tallest = tallest(counts);
        String words = words(name, counts, tallest, axis);
        page.html("<figure class=\"bars\">\n<svg role=\"img\" aria-label=\"" + HtmlPage.escaped(words)
                + "\" viewBox=\"0 0 " + Math.max(FEWEST_STEPS, counts.length) * WIDTH + " " + HEIGHT
                + "\" preserveAspectRatio=\"none\">\n");
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                double share = (double) counts[i] / counts[tallest];
                String title = start(axis, i) + ": " + Amounts.number(counts[i]);
                bar(page, kind, i, share, title);
            }
        }
        page.html("</svg>\n<figcaption>" + HtmlPage.escaped(words) + "</figcaption>\n</figure>\n");
    }

    /** @param share of the height */
    private static void bar(HtmlPage page, String kind, int step, double share, String title) {
        int height = (int) Math.max(SMALLEST, Math.round(share * HEIGHT));
        page.html("<rect class=\"" + kind + "\" x=\"" + (step * WIDTH + 1) + "\" y=\"" + (HEIGHT - height)
                + "\" width=\"" + (WIDTH - 2) + "\" height=\"" + height + "\"><title>" + title + "</title></rect>\n");
    }

    private static int tallest(long[] counts) {
        int tallest = 0;
        for (int i = 0; i < counts.length; i++) {
            tallest = counts[i] > counts[tallest] ? i : tallest;
        }
        return tallest;
    }

    private static String words(String name, long[] counts, int tallest, Histogram axis) {
        long sum = 0;
        int steps = 0;
        for (long count : counts) {
            sum += count;
            steps += count > 0 ? 1 : 0;
        }
        String most = sum == 0 ? "" : ", the most " + Amounts.number(counts[tallest]) + " from " + start(axis, tallest);
        return name + ": " + Amounts.number(sum) + " in " + steps + " of " + counts.length + " steps of "
                + Amounts.duration(axis.step()) + ", from " + axis.from() + " to " + start(axis, counts.length)
                + most + ".";
    }

    private static Instant start(Histogram axis, int step) {
        return axis.from().plus(axis.step().multipliedBy(step));
    }
}
