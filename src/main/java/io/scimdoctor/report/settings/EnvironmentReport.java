package io.scimdoctor.report.settings;

import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.report.format.Documents;
import io.scimdoctor.report.format.Style;
import io.scimdoctor.report.format.TextPage;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a command would work with, for a reader and as a document of kind {@code EnvironmentReport}. Every value in it may
 * be shown.
 *
 * @param settings all settings, those without a value too
 * @param facts the machine: one group each for Java, trust, proxy, terminal and folders
 */
public record EnvironmentReport(List<Line> settings, List<Group> facts) {
    private static final int WIDEST_NAME = 21;

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
            @Nullable String value,
            boolean set,
            @Nullable String source,
            boolean secret) {
        private String shown() {
            String unshown = set ? "set" : "not set";
            return (value == null ? unshown : value) + (source == null ? "" : "  (" + source + ")");
        }
    }

    /** Facts of one kind, under their name in JSON. */
    public record Group(String title, String name, List<Fact> facts) {
        public Group {
            facts = List.copyOf(facts);
        }

        public static Group of(String title, Fact... facts) {
            return new Group(title, title.toLowerCase(Locale.ROOT), List.of(facts));
        }
    }

    /**
     * One fact.
     *
     * @param value a text, a whole number or a truth; null where there is none
     */
    public record Fact(String title, String name, @Nullable Object value) {
        /** A fact with the same name in the text and in JSON. */
        public static Fact of(String name, @Nullable Object value) {
            return new Fact(name, name, value);
        }

        /** Several texts as one fact, none when there are none. */
        public static Fact of(String title, String name, List<String> values) {
            return new Fact(title, name, values.isEmpty() ? null : String.join(", ", values));
        }

        private String shown() {
            if (value instanceof Boolean truth) {
                return truth ? "yes" : "no";
            }
            return value == null ? "none" : value.toString();
        }

        private void json(JsonWriter json) throws IOException {
            if (value instanceof Boolean truth) {
                json.field(name, truth.booleanValue());
            } else if (value instanceof Integer number) {
                json.field(name, number);
            } else {
                json.field(name, value == null ? null : value.toString());
            }
        }
    }

    public EnvironmentReport {
        settings = List.copyOf(settings);
        facts = List.copyOf(facts);
    }

    public void text(Appendable out, Style style) throws IOException {
        TextPage page = new TextPage(out, style);
        int widest = widest();
        page.line(style.bold("Settings"));
        for (Line line : settings) {
            String shown = !line.set() ? style.dim(line.shown()) : line.shown();
            page.wrapped("  " + TextPage.pad(line.name(), widest) + "  ", shown);
        }
        for (Group group : facts) {
            page.blank().line(style.bold(group.title()));
            for (Fact fact : group.facts()) {
                String shown = fact.value() == null ? style.dim(fact.shown()) : fact.shown();
                page.wrapped("  " + TextPage.pad(fact.title(), widest) + "  ", shown);
            }
        }
    }

    /** A few long names run over, instead of pushing all values to the right. */
    private int widest() {
        int widest = 0;
        for (Line line : settings) {
            widest = Math.max(widest, line.name().length());
        }
        for (Group group : facts) {
            for (Fact fact : group.facts()) {
                widest = Math.max(widest, fact.title().length());
            }
        }
        return Math.min(widest, WIDEST_NAME);
    }

    public void json(Writer target) throws IOException {
        JsonWriter json = Documents.open(target, "EnvironmentReport");
        json.array("settings");
        for (Line line : settings) {
            json.object()
                    .field("name", line.name())
                    .field("value", line.value())
                    .field("set", line.set())
                    .field("secret", line.secret())
                    .field("source", line.source())
                    .endObject();
        }
        json.endArray();
        for (Group group : facts) {
            json.object(group.name());
            for (Fact fact : group.facts()) {
                fact.json(json);
            }
            json.endObject();
        }
        Documents.close(json, target);
    }
}
