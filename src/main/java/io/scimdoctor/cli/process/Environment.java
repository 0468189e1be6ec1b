package io.scimdoctor.cli.process;

import java.io.InputStream;
import java.io.Writer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Everything a command may touch of the process it runs in, so that a test can hand it another one.
 *
 * @param terminals which streams are terminals
 * @param interrupts what to do on Ctrl-C
 */
public record Environment(
        Map<String, String> variables,
        Writer out,
        Writer err,
        Terminals terminals,
        InstantSource clock,
        Source source,
        Interrupts interrupts) {

    /** What a process can be asked for. */
    public interface Source {
        /** Standard input. */
        InputStream in();

        /** Standard input for the answers to questions, a line each. */
        default InputStream answers() {
            return in();
        }

        /** Where a person would say that a variable comes from. */
        default String origin(String variable) {
            return variable;
        }

        /** A fresh GUID. */
        String newId();

        /** Waits that long, or until the latch opens. */
        default void pause(Duration duration, CountDownLatch stopped) throws InterruptedException {
            if (stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    /** Which of the standard streams are terminals, and how wide. */
    public record Terminals(boolean in, boolean out, boolean err, int width) {
        public static final Terminals NONE = new Terminals(false, false, false, 80);
    }

    /** The same process with other output streams. */
    public Environment with(Writer otherOut, Writer otherErr) {
        return new Environment(variables, otherOut, otherErr, terminals, clock, source, interrupts);
    }

    public Environment with(Source otherSource) {
        return new Environment(variables, out, err, terminals, clock, otherSource, interrupts);
    }

    public String variable(String name) {
        return variables.getOrDefault(name, "");
    }
}
