package io.scimdoctor.cli.process;

import io.scimdoctor.report.format.Page;
import io.scimdoctor.report.format.Style;
import java.io.Writer;
import java.util.List;

/**
 * One form of the result and where it goes.
 *
 * @param format the name of the format
 * @param writer standard output or a file; {@link Outputs} closes it
 * @param style plain for a file, else as the terminal wants it
 */
public record Output(String format, Writer writer, Style style, Reporter reporter) {
    /** Whether nothing is written, because all is well and only trouble is asked for. */
    public boolean isSilent(boolean well) {
        return reporter.quiet() && well && List.of("text", "short").contains(format);
    }

    /** The page for a format of the registry. */
    public Page page() {
        Environment environment = reporter.environment();
        return new Page(
                writer,
                style,
                reporter.quiet(),
                reporter.verbose(),
                environment.outgoing().policy(),
                reporter.summary(),
                reporter.top(),
                environment.now());
    }
}
