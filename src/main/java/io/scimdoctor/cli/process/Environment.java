package io.scimdoctor.cli.process;

import io.scimdoctor.config.UserFolder;
import io.scimdoctor.input.Input;
import io.scimdoctor.redact.KnownSecrets;
import io.scimdoctor.redact.Outgoing;
import io.scimdoctor.redact.Pseudonyms;
import io.scimdoctor.redact.Redaction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Everything a command may touch of the process it runs in, so that a test can hand it another one.
 *
 * @param terminals which streams are terminals
 * @param interrupts what to do on Ctrl-C
 * @param outgoing what every output passes last; a secret has to be entered there before anything is printed
 */
public record Environment(
        Map<String, String> variables,
        Writer out,
        Writer err,
        Terminals terminals,
        InstantSource clock,
        Source source,
        Interrupts interrupts,
        Outgoing outgoing) {

    private static final int LONGEST_LINE = 4096;

    /** What a process can be asked for. */
    public interface Source extends Input.Standard {
        /** Standard input for the answers to questions, a line each. */
        default InputStream answers() {
            return in();
        }

        /** Where a person would say that a variable comes from. */
        default String origin(String variable) {
            return variable;
        }

        /** A fresh GUID. */
        default String newId() {
            return UUID.randomUUID().toString();
        }

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

    /** The same process with other output streams, and what they pass last. */
    public Environment with(Writer otherOut, Writer otherErr, Outgoing otherOutgoing) {
        return new Environment(variables, otherOut, otherErr, terminals, clock, source, interrupts, otherOutgoing);
    }

    /** A process within this one: it writes where this one does, by the same clock. */
    public Environment within(Map<String, String> others, Terminals screen, Source given, Interrupts own) {
        return new Environment(others, out, err, screen, clock, given, own, outgoing);
    }

    /** Whether the locale or the terminal shows ASCII only. */
    public boolean isAscii() {
        String locale = variable("LC_ALL");
        for (String name : new String[] {"LC_CTYPE", "LANG"}) {
            locale = locale.isEmpty() ? variable(name) : locale;
        }
        return locale.equals("C") || locale.equals("POSIX") || isDumb();
    }

    /** Whether the terminal can neither colour nor move the cursor. */
    public boolean isDumb() {
        return variable("TERM").equals("dumb");
    }

    public String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    /** A folder of the user, or nothing where the environment names no home. */
    public Optional<Path> folder(UserFolder folder) {
        return folder.of(variables, System.getProperty("os.name", ""));
    }

    public Input input() {
        return new Input(source);
    }

    public Instant now() {
        return clock.instant();
    }

    /** Every secret that a command reads has to be entered here before anything is printed. */
    public KnownSecrets secrets() {
        return outgoing.secrets();
    }

    /** Masks texts with these stand-ins, and learns the secrets that it finds in them. */
    public Redaction redaction(Pseudonyms pseudonyms) {
        return new Redaction(pseudonyms, secrets()::addFound);
    }

    /** What somebody answers in one line on standard input, or null at its end. Nothing behind the line is read. */
    public @Nullable String answer() throws IOException {
        InputStream in = source.answers();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int c = in.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n' && line.size() < LONGEST_LINE) {
            line.write(c);
            c = in.read();
        }
        return line.toString(StandardCharsets.UTF_8).trim();
    }
}
