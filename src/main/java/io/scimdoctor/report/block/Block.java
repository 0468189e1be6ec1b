package io.scimdoctor.report.block;

import io.scimdoctor.diagnosis.Histogram;
import io.scimdoctor.finding.FixCommand;
import io.scimdoctor.finding.Status;
import io.scimdoctor.report.format.Amounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A piece of a report, before anybody has decided how it looks. A text is for one audience already, and never markup. */
public sealed interface Block {
    /** Running text. */
    record Paragraph(String text) implements Block {}

    /** What must not be overlooked. */
    record Warning(String text) implements Block {}

    /**
     * Items without an order.
     *
     * @param marks of each item the option of a filter that shows it; none where nothing filters them
     * @param links whether they are addresses of our own that lead somewhere; what a capture holds never does
     */
    record Bullets(List<String> items, List<String> marks, boolean links) implements Block {
        public Bullets(List<String> items) {
            this(items, List.of(), false);
        }

        public static Bullets links(List<String> addresses) {
            return new Bullets(addresses, List.of(), true);
        }
    }

    /** Items to be done one after the other, with the commands that do them. */
    record Steps(List<String> items, List<FixCommand> commands) implements Block {
        public Steps(List<String> items) {
            this(items, List.of());
        }

        /** The commands that do a step; the first has the number 1. */
        List<FixCommand> commands(int step) {
            List<FixCommand> found = new ArrayList<>();
            for (FixCommand command : commands) {
                if (command.step() == step) {
                    found.add(command);
                }
            }
            return found;
        }
    }

    /** A report within a report. */
    record Inner(BlockPage page) implements Block {}

    /** A name, and what is known of it. */
    record Fact(String name, List<Block> blocks) {
        /** The value where it is a text alone, or else null. */
        public @Nullable String text() {
            return blocks.size() == 1 && blocks.get(0) instanceof Paragraph paragraph ? paragraph.text() : null;
        }
    }

    /** Names and values. */
    record Facts(List<Fact> facts) implements Block {
        public static final Facts NONE = new Facts(List.of());

        /** A name and a value of each item. */
        public static <T> Facts of(Collection<T> items, Function<T, String> name, Function<T, Object> value) {
            List<Fact> facts = new ArrayList<>();
            for (T item : items) {
                facts.addAll(NONE.and(name.apply(item), value.apply(item)).facts());
            }
            return new Facts(facts);
        }

        /** These and one more, which is a block or a text, unless its value is not known or has no item. */
        public Facts and(String name, @Nullable Object value) {
            return value == null || isNothing(value)
                    ? this
                    : and(name, List.of(value instanceof Block block ? block : new Paragraph(value.toString())));
        }

        private static boolean isNothing(Object value) {
            return (value instanceof Bullets bullets && bullets.items().isEmpty())
                    || (value instanceof Steps steps && steps.items().isEmpty())
                    || (value instanceof Facts facts && facts.facts().isEmpty());
        }

        /** These and others. */
        public Facts and(Facts others) {
            List<Fact> more = new ArrayList<>(facts);
            more.addAll(others.facts());
            return new Facts(more);
        }

        /** These and one more, unless nothing is known of it. */
        public Facts and(String name, List<Block> blocks) {
            return blocks.isEmpty() ? this : and(new Facts(List.of(new Fact(name, blocks))));
        }
    }

    /**
     * A table. A cell that is a status and nothing else is shown as one.
     *
     * @param label a name that no other table of the page has
     * @param rows each has as many cells as there are columns, and is named by the first
     */
    record Table(String label, List<String> columns, List<List<String>> rows) implements Block {
        /** A section that is a table; none without a row. */
        public static List<Block> section(String title, List<String> columns, List<List<String>> rows) {
            return rows.isEmpty() ? List.of() : List.of(new Section(title, new Table(title, columns, rows)));
        }
    }

    /** Lines that are kept as they are. */
    record Code(String label, String language, String text) implements Block {}

    /**
     * Counts over time.
     *
     * @param name what is counted
     * @param kind {@code failures} or {@code calls}
     * @param counts one for each step of the axis
     */
    record Bars(String name, String kind, List<Long> counts, Histogram axis) implements Block {
        /** Failures in the steps of all calls. */
        public static Bars failures(String name, long[] counts, Histogram axis) {
            return new Bars(name, "failures", Arrays.stream(counts).boxed().toList(), axis);
        }

        /**
         * The failures above all there was, and the numbers at hand.
         *
         * @param what is counted, such as {@code calls}
         */
        public static List<Block> overTime(String what, long[] failures, Histogram axis) {
            long[] all = axis.counts();
            List<List<String>> rows = new ArrayList<>();
            for (int i = 0; i < all.length; i++) {
                rows.add(List.of(
                        axis.from().plus(axis.step().multipliedBy(i)).toString(),
                        Amounts.number(all[i]),
                        Amounts.number(failures[i]),
                        Amounts.share(failures[i], all[i])));
            }
            String column = what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
            return List.of(
                    failures("Failed " + what, failures, axis),
                    new Bars("All " + what, "calls", Arrays.stream(all).boxed().toList(), axis),
                    new Folded(
                            "The numbers", new Table("The numbers", List.of("From", column, "Failed", "Share"), rows)));
        }
    }

    /**
     * What a web page unfolds when it is asked to; the other formats leave it out.
     *
     * @param marks the options of filters that show it, such as {@code f0}
     */
    record Folded(String title, List<String> marks, List<Block> blocks) implements Block {
        public Folded(String title, Block block) {
            this(title, List.of(), List.of(block));
        }
    }

    /**
     * A choice of what a web page shows of what is folded or listed; the other formats leave it out.
     *
     * @param mark a letter; with the number of an option, from 0 on, it is the mark that the option shows
     */
    record Filter(String title, String mark, List<String> options) implements Block {}

    /**
     * A heading and what belongs to it.
     *
     * @param id what the heading is about, such as a finding; where another text names it in brackets, it leads here
     * @param status how it ended, or null
     */
    record Section(
            String title, @Nullable String id, @Nullable Status status, List<Block> blocks) implements Block {
        public Section(String title, List<Block> blocks) {
            this(title, null, null, blocks);
        }

        public Section(String title, Block... blocks) {
            this(title, List.of(blocks));
        }

        /** Its status in a word: a finding that is neither a failure nor a warning is a note. */
        String word() {
            return status == Status.UNKNOWN ? "NOTE" : String.valueOf(status);
        }
    }
}
