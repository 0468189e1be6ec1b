package io.scimdoctor.cli;

import io.scimdoctor.cli.process.AsciiWriter;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Exhaustion;
import io.scimdoctor.cli.process.Interrupts;
import io.scimdoctor.cli.process.Outlet;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.redact.Outgoing;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

/** The entry point, and the only place that touches the process: streams, environment, clock and exit. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // picocli looks for Groovy and registers converters for java.sql and others unless it is told not to: 35 ms at
        // each start.
        System.setProperty("picocli.disable.closures", "true");
        System.setProperty("picocli.converters.excludes", ".*");
        Thread.setDefaultUncaughtExceptionHandler(new Exhaustion());
        Interrupts interrupts = new Interrupts();
        ExitCode code = run(args, environment(interrupts));
        if (!interrupts.isInterrupted()) {
            Runtime.getRuntime().halt(code.number());
        }
        interrupts.finished();
    }

    /** Runs one command line and says how it ended; it never exits. */
    static ExitCode run(String[] args, Environment environment) {
        Outgoing outgoing = new Outgoing();
        for (String name : SECRET_VARIABLES) {
            outgoing.secrets().add(environment.variable(name));
        }
        boolean ascii = environment.isAscii() || List.of(args).contains("--ascii");
        try (Outlet err = new Outlet(ascii ? new AsciiWriter(environment.err()) : environment.err(), outgoing)) {
            return run(args, environment, outgoing, err);
        } catch (IOException e) {
            return ExitCode.NO_VERDICT;
        }
    }

    /** Standard error outlives standard output, so that it can say why the result is not there. */
    private static ExitCode run(String[] args, Environment environment, Outgoing outgoing, Outlet err)
            throws IOException {
        try (Outlet out = new Outlet(environment.out(), outgoing)) {
            return new Dispatcher(environment.with(out, err, outgoing)).run(args);
        } catch (IOException e) {
            return unwritable(e, err);
        }
    }

    /** The reader of the output went away, as `head` does, which nobody needs to be told; or the disk is full. */
    private static ExitCode unwritable(IOException error, Outlet err) throws IOException {
        if (String.valueOf(error.getMessage()).contains("pipe")) {
            return ExitCode.PROBLEM;
        }
        // What failed is at the top: the same kind of error tells of a folder on standard input and of a broken disk.
        boolean reading = error.getStackTrace()[0].getMethodName().startsWith("read");
        String what = reading
                ? "an input cannot be read to its end; check that it is a file, and its disk"
                : "the result cannot be written; check the folder and the space on the disk";
        err.write("scimdoctor: " + what + ".\n");
        return ExitCode.NO_VERDICT;
    }

    private static final String[] SECRET_VARIABLES =
            ("SCIMDOCTOR_TOKEN SCIMDOCTOR_CLIENT_SECRET SCIMDOCTOR_PING_URL AZURE_CLIENT_SECRET "
                            + "ENTRA_CLIENT_SECRET SCIMDOCTOR_CLIENT_CERTIFICATE_PASSWORD AZURE_CLIENT_CERTIFICATE_PASSWORD "
                            + "AZURE_PASSWORD")
                    .split(" ");

    /** This process, as it is. */
    static Environment environment(Interrupts interrupts) {
        String terminals = System.getProperty("scimdoctor.terminals", "");
        Interrupts.hook(interrupts);
        Writer err = writer(FileDescriptor.err);
        return new Environment(
                System.getenv(),
                writer(FileDescriptor.out),
                err,
                new Environment.Terminals(
                        terminals.contains("i"), terminals.contains("o"), terminals.contains("e"), width()),
                InstantSource.system(),
                new ThisProcess(err, terminals.contains("i") && terminals.contains("e")),
                interrupts,
                new Outgoing());
    }

    /** Standard input; no lambda, which would cost every start some milliseconds. */
    private record ThisProcess(Writer err, boolean typed) implements Environment.Source {
        @Override
        public InputStream in() {
            try {
                if (typed) {
                    err.write("scimdoctor: type or paste the text; Ctrl-D on an empty line ends it.\n");
                    err.flush();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return System.in;
        }

        @Override
        public InputStream answers() {
            return System.in;
        }
    }

    /** What the user says, or else what the launcher asked the terminal. */
    private static int width() {
        String asked = System.getProperty("scimdoctor.width", "");
        try {
            String columns = System.getenv().getOrDefault("COLUMNS", asked.isEmpty() ? "80" : asked);
            return Math.max(40, Math.min(Integer.parseInt(columns), 120));
        } catch (NumberFormatException e) {
            return 80;
        }
    }

    private static Writer writer(FileDescriptor descriptor) {
        return new BufferedWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
    }
}
