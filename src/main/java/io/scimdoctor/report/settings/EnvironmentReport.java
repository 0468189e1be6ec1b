package io.scimdoctor.report.settings;

import io.scimdoctor.finding.Told;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.Block.Facts;
import io.scimdoctor.report.block.BlockPage;
import io.scimdoctor.report.block.BlockReport;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.format.Style;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command would work with, for a reader and as a document of kind {@code EnvironmentReport}. Every value in it may
 * be shown.
 *
 * @param settings all settings, those without a value too
 * @param facts the machine: one group each for Java, trust, proxy, terminal and folders
 */
public record EnvironmentReport(List<Line> settings, List<Group> facts) implements BlockReport {
    /**
     * A setting.
     *
     * @param value null where there is none, and for every secret
     * @param set whether there is a value; a profile can name a variable that nobody has set
     * @param source where it came from or should come from, or null
     * @param secret whether the value must not be shown
     */
    public record Line(
            String name,
            @Nullable Told value,
            boolean set,
            @Nullable String source,
            boolean secret) {
        private String shown(Style style) {
            String unshown = set ? "set" : "not set";
            return (value == null ? unshown : style.shown(value)) + (source == null ? "" : "  (" + source + ")");
        }
    }

    /** Facts of one kind; in JSON their title is in lower case. */
    public record Group(String title, List<Fact> facts) {
        public Group(String title, Fact... facts) {
            this(title, List.of(facts));
        }
    }

    /**
     * One fact.
     *
     * @param value a text, what each audience is told, a whole number or a truth; null where there is none
     */
    public record Fact(String title, String name, @Nullable Object value) {
        /** A fact with the same name in the text and in JSON. */
        public static Fact of(String name, @Nullable Object value) {
            return new Fact(name, name, value);
        }

        /** Several texts as one fact, none when there are none. */
        public static Fact of(String title, String name, List<Told> values) {
            return new Fact(title, name, values.isEmpty() ? null : Told.joined(values, ", "));
        }

        private String shown(Style style) {
            if (value instanceof Told told) {
                return style.shown(told);
            }
            if (value instanceof Boolean truth) {
                return truth ? "yes" : "no";
            }
            return value == null ? "none" : value.toString();
        }
    }

    @Override
    public BlockPage page(Style style, boolean whole) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Section("Settings", Facts.of(settings, Line::name, line -> line.shown(style))));
        for (Group group : facts) {
            blocks.add(
                    new Block.Section(group.title(), Facts.of(group.facts(), Fact::title, fact -> fact.shown(style))));
        }
        return BlockPage.of("", false, blocks);
    }

    public void json(Writer target) throws IOException {
        Map<String, Object> groups = new LinkedHashMap<>(Map.of("settings", settings));
        for (Group group : facts) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            group.facts().forEach(fact -> values.put(fact.name(), fact.value()));
            groups.put(group.title().toLowerCase(Locale.ROOT), values);
        }
        Documents.write(target, "EnvironmentReport", json -> json.putAll(groups));
    }
}
