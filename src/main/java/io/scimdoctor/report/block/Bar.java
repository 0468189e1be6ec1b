package io.scimdoctor.report.block;

import io.scimdoctor.report.format.Amounts;
import io.scimdoctor.report.format.XmlText;
import java.time.Instant;
import java.util.Collections;

/** Counts over time: as one line of small bars, as a drawing, and the same in words. */
final class Bar {
    private static final String BLOCKS = " ▁▂▃▄▅▆▇█";
    private static final String ASCII = " .:-=+*#@";

    /** Fewer steps than these leave the rest of the drawing empty, so that bars stay bars. */
    private static final int FEWEST_STEPS = 32;

    private static final int WIDTH = 10;
    private static final int HEIGHT = 100;
    private static final int SMALLEST = 3;

    private Bar() {}

    /** A step without calls is a blank; a single call is enough for the smallest bar. */
    static String line(Block.Bars bars, boolean ascii) {
        String levels = ascii ? ASCII : BLOCKS;
        long most = bars.counts().isEmpty() ? 0 : Collections.max(bars.counts());
        StringBuilder line = new StringBuilder();
        for (long count : bars.counts()) {
            // Rounded up, so that the tallest bar alone is full and the smallest is still seen.
            long level = count == 0 ? 0 : (count * (levels.length() - 1) + most - 1) / most;
            line.append(levels.charAt((int) level));
        }
        return line.toString();
    }

    static String words(Block.Bars bars) {
        long sum = bars.counts().stream().mapToLong(Long::longValue).sum();
        long steps = bars.counts().stream().filter(count -> count > 0).count();
        long tallest = bars.counts().isEmpty() ? 0 : Collections.max(bars.counts());
        String most = sum == 0
                ? ""
                : ", the most " + Amounts.number(tallest) + " from "
                        + start(bars, bars.counts().indexOf(tallest));
        return bars.name() + ": " + Amounts.number(sum) + " in " + steps + " of "
                + Amounts.count(bars.counts().size(), "step") + " of "
                + Amounts.duration(bars.axis().step()) + ", from " + bars.axis().from() + " to "
                + start(bars, bars.counts().size()) + most + ".";
    }

    /** The drawing in a figure. */
    static String figure(Block.Bars bars) {
        String words = words(bars);
        StringBuilder html = new StringBuilder("<figure class=\"bars\">\n<svg role=\"img\" aria-label=\""
                + XmlText.escaped(words)
                + "\" viewBox=\"0 0 " + Math.max(FEWEST_STEPS, bars.counts().size()) * WIDTH + " " + HEIGHT
                + "\" preserveAspectRatio=\"none\">\n");
        for (int i = 0; i < bars.counts().size(); i++) {
            long count = bars.counts().get(i);
            if (count > 0) {
                double share = (double) count / Collections.max(bars.counts());
                int height = (int) Math.max(SMALLEST, Math.round(share * HEIGHT));
                html.append("<rect class=\"" + bars.kind() + "\" x=\"" + (i * WIDTH + 1) + "\" y=\"")
                        .append(HEIGHT - height + "\" width=\"" + (WIDTH - 2) + "\" height=\"" + height + "\"><title>")
                        .append(start(bars, i) + ": " + Amounts.number(count) + "</title></rect>\n");
            }
        }
        return html.append("</svg>\n<figcaption>" + BlockHtml.text(words) + "</figcaption>\n</figure>\n")
                .toString();
    }

    private static Instant start(Block.Bars bars, int step) {
        return bars.axis().from().plus(bars.axis().step().multipliedBy(step));
    }
}
