package io.scimdoctor.cli.process;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.finding.FailOn;
import io.scimdoctor.finding.FailureRules;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.json.Resource;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Places;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** A parsed command line in its environment, with typed access to the options. */
public record Invocation(ParseResult options, Environment environment) {
    /** The options that say who calls which service, and from where. */
    private static final Set<String> CASE =
            Set.of(Resource.text(Invocation.class, "case.txt").split("\n"));

    /** Where the result goes and how it looks. */
    public Reporter reporter() {
        return Reporter.of(this);
    }

    /** Whether the command has this option at all. */
    public boolean has(String option) {
        return options.commandSpec().findOption(option) != null;
    }

    public boolean flag(String name) {
        return options.hasMatchedOption(name);
    }

    public @Nullable String text(String name) {
        return options.matchedOptionValue(name, (String) null);
    }

    public String text(String name, String fallback) {
        return options.matchedOptionValue(name, fallback);
    }

    /** The first of the formats that the command has. */
    String defaultFormat() {
        OptionSpec output = options.commandSpec().findOption("--output");
        Iterable<String> formats = output == null ? null : output.completionCandidates();
        return formats == null ? "text" : formats.iterator().next();
    }

    /** The values of an option that may be repeated, as they were written. */
    public List<String> list(String name) {
        return List.of(options.matchedOptionValue(name, new String[0]));
    }

    /** The values of an option that may be repeated or hold a list with commas. */
    public Set<String> texts(String name) {
        Set<String> texts = new HashSet<>();
        for (String value : options.matchedOptionValue(name, new String[0])) {
            for (String part : value.split(",")) {
                if (!part.isBlank()) {
                    texts.add(part.trim());
                }
            }
        }
        return texts;
    }

    /** Which findings decide the exit code. */
    public FailureRules failureRules() {
        return new FailureRules(failOn(), findings("--ignore"));
    }

    /**
     * The ids that an option names.
     *
     * @throws Stopped for one that the catalogue does not hold
     */
    public Set<String> findings(String option) {
        Set<String> ids = texts(option);
        for (String id : ids) {
            if (Catalog.load().find(id).isEmpty()) {
                throw Stopped.usage(
                        option + " names no finding: '" + Redactor.seen(id) + "'", "scimdoctor explain lists all ids");
            }
        }
        return ids;
    }

    public List<String> parameters() {
        return List.of(options.matchedPositionalValue(0, new String[0]));
    }

    /**
     * The one parameter of a command that takes one.
     *
     * @param what such as an id
     * @throws Stopped when there are more
     */
    public String parameter(String what, String fallback) {
        List<String> parameters = parameters();
        if (parameters.size() > 1) {
            throw Stopped.usage("one " + what + " is enough, not " + parameters.size(), "name them one by one");
        }
        return parameters.isEmpty() ? fallback : parameters.get(0);
    }

    /** All options with a text value, by their long name, for the settings. */
    public Map<String, String> flags() {
        Map<String, String> flags = new LinkedHashMap<>();
        for (OptionSpec option : options.matchedOptions()) {
            Object value = option.getValue();
            if (value instanceof String text) {
                flags.put(option.longestName(), text);
            }
        }
        return flags;
    }

    /** The options by which the next command stays with this case, as words of a command line. */
    List<String> same() {
        List<String> same = new ArrayList<>();
        for (OptionSpec option : options.matchedOptions()) {
            String name = option.longestName();
            for (String value : CASE.contains(name) ? option.originalStringValues() : List.<String>of()) {
                String joint = option.arity().min() == 0 ? "=" : " ";
                same.add(name
                        + (option.typeInfo().isBoolean() ? "" : joint + Places.word(Redactor.seen(value), "VALUE")));
            }
        }
        return same;
    }

    public int number(String name, int fallback, int least) {
        return number(name, fallback, least, Integer.MAX_VALUE);
    }

    /** @throws Stopped when the option has a value that is not between these two */
    public int number(String name, int fallback, int least, int most) {
        String text = text(name);
        if (text == null) {
            return fallback;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Not a number: the error below says what is expected.
        }
        String to = most == Integer.MAX_VALUE ? "" : " to " + most;
        throw Stopped.usage(
                name + " takes a whole number from " + least + to + ", not '" + Redactor.seen(text) + "'", null);
    }

    /** A duration such as {@code 500ms}, {@code 20s}, {@code 5m} or {@code 2h}; a bare number means seconds. */
    public Duration duration(String name, Duration fallback) {
        Duration duration = duration(name);
        return duration == null ? fallback : duration;
    }

    public @Nullable Duration duration(String name) {
        String text = text(name);
        return text == null ? null : Durations.parse(name, text);
    }

    public FailOn failOn() {
        return FailOn.valueOf(text("--fail-on", "fail").toUpperCase(Locale.ROOT));
    }
}
