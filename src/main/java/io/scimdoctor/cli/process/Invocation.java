package io.scimdoctor.cli.process;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.cli.settings.Configured;
import io.scimdoctor.config.Settings;
import io.scimdoctor.finding.FailOn;
import io.scimdoctor.finding.FailureRules;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.KnownSecrets;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.format.Annotations;
import io.scimdoctor.report.format.Style;
import java.io.IOException;
import java.time.Duration;
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
public final class Invocation {
    private final ParseResult options;
    private final Environment environment;
    private final Outgoing outgoing;
    private @Nullable Settings settings;

    public Invocation(ParseResult options, Environment environment, Outgoing outgoing) {
        this.options = options;
        this.environment = environment;
        this.outgoing = outgoing;
    }

    public Environment environment() {
        return environment;
    }

    /** Every secret that a command reads has to be entered here before anything is printed. */
    public KnownSecrets secrets() {
        return outgoing.secrets();
    }

    /** What the output passes last. */
    public Outgoing outgoing() {
        return outgoing;
    }

    /**
     * The settings of all sources, read once. A profile belongs to the commands that have an option for it; the simulator
     * needs none, unless one is named.
     *
     * @throws Stopped when the configuration file is wrong, or holds no such profile
     */
    public Settings settings() {
        if (settings == null) {
            boolean known = options.commandSpec().findOption("--profile") != null;
            boolean named = flag("--profile") || flag("--config");
            boolean profiled = known && (named || !flag("--simulate"));
            settings = new Settings(flags(), environment.variables(), profiled ? new Configured(this).profile() : null);
        }
        return settings;
    }

    public boolean flag(String name) {
        return options.hasMatchedOption(name);
    }

    @Nullable
    public String text(String name) {
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

    /**
     * Which findings decide the exit code.
     *
     * @throws Stopped for an id to ignore that the catalogue does not hold
     */
    public FailureRules failureRules() {
        Set<String> ids = texts("--ignore");
        for (String id : ids) {
            if (Catalog.load().find(id).isEmpty()) {
                throw Stopped.usage(
                        "--ignore names no finding: '" + Redactor.typed(id) + "'", "scimdoctor explain lists all ids");
            }
        }
        return new FailureRules(failOn(), ids);
    }

    public List<String> parameters() {
        String[] values = options.matchedPositionalValue(0, new String[0]);
        return List.of(values);
    }

    /**
     * The one parameter of a command that takes one.
     *
     * @throws Stopped when there are more
     */
    public String parameter(String fallback) {
        List<String> parameters = parameters();
        if (parameters.size() > 1) {
            throw Stopped.usage("one id is enough, not " + parameters.size(), "name them one by one");
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

    public int number(String name, int fallback, int least) {
        String text = text(name);
        if (text == null) {
            return fallback;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, together with a number that is too small.
        }
        throw Stopped.usage(
                name + " takes a whole number from " + least + ", not '" + Redactor.typed(text) + "'", null);
    }

    /** A duration such as {@code 500ms}, {@code 20s}, {@code 5m} or {@code 2h}; a bare number means seconds. */
    public Duration duration(String name, Duration fallback) {
        String text = text(name);
        return text == null ? fallback : Durations.parse(name, text);
    }

    /**
     * Annotates the run of a GitHub workflow with findings. They go to standard error, from where the runner reads them too,
     * because standard output holds the result.
     */
    public void annotate(List<Finding> findings, boolean simulated) throws IOException {
        if (environment.variable("GITHUB_ACTIONS").equals("true") && !flag("--quiet")) {
            Annotations.write(findings, simulated ? "SIMULATED. " : "", environment.err());
        }
    }

    public FailOn failOn() {
        return FailOn.valueOf(text("--fail-on", "fail").toUpperCase(Locale.ROOT));
    }

    /**
     * Colour by option, NO_COLOR, CLICOLOR_FORCE, CLICOLOR, TERM and terminal, in this order.
     *
     * @param screen whether standard output is written to, and not a file
     */
    public Style style(boolean screen) {
        boolean ascii = flag("--ascii") || environment.variable("TERM").equals("dumb");
        int width = environment.terminals().width();
        return new Style(color(screen), ascii, width);
    }

    private boolean color(boolean screen) {
        String when = text("--color", "auto");
        if (!when.equals("auto")) {
            return when.equals("always");
        }
        if (!screen || !environment.variable("NO_COLOR").isEmpty()) {
            return false;
        }
        String force = environment.variable("CLICOLOR_FORCE");
        if (!force.isEmpty() && !force.equals("0")) {
            return true;
        }
        boolean off = environment.variable("CLICOLOR").equals("0")
                || environment.variable("TERM").equals("dumb");
        return !off && environment.terminals().out();
    }
}
