package io.scimdoctor.cli.process;

import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.report.format.Annotations;
import io.scimdoctor.report.format.Page;
import io.scimdoctor.report.format.Style;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a command's result and its notes go and how they look, as its options ask.
 *
 * @param formats each form of the result, with its file
 * @param mainFormat the one for standard output, or for the file of {@code --output-file}; null when each has its own file
 * @param color when to colour: auto, always or never
 * @param top how many kinds of failure are reported
 * @param same the options that say who calls which service
 */
public record Reporter(
        Environment environment,
        List<Outputs.Wish> formats,
        @Nullable String mainFormat,
        String color,
        boolean ascii,
        boolean quiet,
        boolean verbose,
        boolean summary,
        int top,
        List<String> same) {

    static Reporter of(Invocation invocation) {
        List<Outputs.Wish> formats = Outputs.Wish.all(invocation);
        String rest = invocation.text("--output-file");
        String main = null;
        for (Outputs.Wish wish : formats) {
            if (main == null && (wish.file() == null || wish.file().equals(rest))) {
                main = wish.format();
            }
        }
        Environment environment = invocation.environment();
        return new Reporter(
                environment,
                formats,
                main,
                invocation.text("--color", "auto"),
                invocation.flag("--ascii") || environment.isAscii(),
                invocation.flag("--quiet"),
                invocation.flag("--verbose"),
                invocation.flag("--summary"),
                invocation.number("--top", Integer.MAX_VALUE, 1),
                invocation.same());
    }

    /** Where one form of the result goes, and what its writer has to know. */
    Page page(String format, Writer target, Style style) {
        String policy = environment.outgoing().policy();
        return new Page(format, target, style, quiet, verbose, policy, summary, top, environment.now());
    }

    /** Whether the format was asked for where people look first. */
    public boolean isFor(String format) {
        return format.equals(mainFormat);
    }

    /** Says something beside the result, unless nobody wants to hear it. */
    public void note(String sentence) {
        if (!quiet) {
            warn(sentence);
        }
    }

    /** Says something beside the result that has to be known. */
    public void warn(String sentence) {
        Outlet.show(environment.err(), "scimdoctor: " + sentence + ".\n");
    }

    /**
     * Annotates the run of a GitHub workflow with findings. They go to standard error, from where the runner reads them too,
     * because standard output holds the result.
     */
    public void annotate(List<Finding> findings, boolean simulated) throws IOException {
        if (environment.variable("GITHUB_ACTIONS").equals("true") && !quiet) {
            Annotations.write(findings, simulated ? "SIMULATED. " : "", environment.err());
        }
    }

    /** The line that shows how far it got, where somebody looks. */
    public ProgressLine progress() {
        return new ProgressLine(environment.err(), environment.terminals().err() && !quiet && !environment.isDumb());
    }

    /**
     * Colour by option, NO_COLOR, CLICOLOR_FORCE, CLICOLOR, TERM and terminal, in this order.
     *
     * @param screen whether standard output is written to, and not a file
     */
    public Style style(boolean screen) {
        Audience audience = screen ? environment.outgoing().audience() : Audience.HANDED_ON;
        return new Style(
                isColoured(screen),
                ascii,
                environment.terminals().width(),
                audience,
                audience == Audience.SEEN ? same : List.of());
    }

    private boolean isColoured(boolean screen) {
        if (!color.equals("auto")) {
            return color.equals("always");
        }
        if (!screen || !environment.variable("NO_COLOR").isEmpty()) {
            return false;
        }
        String force = environment.variable("CLICOLOR_FORCE");
        if (!force.isEmpty() && !force.equals("0")) {
            return true;
        }
        boolean off = environment.variable("CLICOLOR").equals("0") || environment.isDumb();
        return !off && environment.terminals().out();
    }
}
