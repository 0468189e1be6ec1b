package io.scimdoctor.cli.process;

import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.KnownSecrets;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.redact.SafeFile;
import io.scimdoctor.report.format.Page;
import io.scimdoctor.report.format.Style;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a run writes: each {@code -o FORMAT=FILE} goes to its file, and the one format without a file to standard
 * output, or to the file of {@code --output-file}. A new file is readable by its owner alone, except the one for
 * Prometheus, whose collector runs as another user: that one follows the umask.
 */
public final class Outputs implements AutoCloseable {
    /** Other programs read it at any moment, so it is replaced as a whole. */
    private static final String READ_AT_ANY_TIME = "prometheus";

    private static final Set<String> FOR_READERS = Set.of("text", "short");

    private final List<Page> list = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private final KnownSecrets secrets;

    /** A format and the file that it goes to, or null for standard output. */
    public record Wish(String format, @Nullable String file) {
        static Wish of(String option) {
            int equals = option.indexOf('=');
            String format = equals < 0 ? option : option.substring(0, equals);
            return new Wish(format.toLowerCase(Locale.ROOT), equals < 0 ? null : option.substring(equals + 1));
        }

        /** Those in the raw words of a command line, because parsing may be what failed. */
        public static List<Wish> in(List<String> words) {
            List<Wish> wishes = new ArrayList<>();
            String previous = "";
            for (String word : words) {
                if (previous.equals("-o") || previous.equals("--output")) {
                    wishes.add(of(word));
                } else if (word.startsWith("--output=")) {
                    wishes.add(of(word.substring("--output=".length())));
                } else if (word.startsWith("-o") && word.length() > 2) {
                    wishes.add(of(word.substring(word.charAt(2) == '=' ? 3 : 2)));
                }
                previous = word;
            }
            return wishes;
        }

        /** Whether it is one of the formats, on standard output or in a file of its own. */
        public boolean is(boolean inFile, String... formats) {
            return (file != null) == inFile && List.of(formats).contains(format);
        }

        /** What the command line asks for. */
        static List<Wish> all(Invocation invocation) {
            String rest = invocation.text("--output-file");
            List<Wish> wishes = new ArrayList<>();
            boolean restUsed = false;
            for (String option : invocation.list("--output")) {
                Wish wish = of(option);
                restUsed |= wish.file() == null;
                wishes.add(wish.file() == null ? new Wish(wish.format(), rest) : wish);
            }
            if (wishes.isEmpty() || (rest != null && !restUsed)) {
                wishes.add(new Wish(invocation.defaultFormat(), rest));
            }
            checkPlaces(wishes);
            return wishes;
        }

        private static void checkPlaces(List<Wish> wishes) {
            Set<String> places = new HashSet<>();
            for (Wish wish : wishes) {
                if (!places.add(wish.file() == null ? "" : "=" + wish.file())) {
                    throw twice(wish.file() == null ? "standard output" : "one file");
                }
            }
        }
    }

    private Outputs(KnownSecrets secrets) {
        this.secrets = secrets;
    }

    /**
     * Opens all of them before anything is done, so that a wrong name costs nothing.
     *
     * @throws Stopped when a file cannot be written, or two formats want the same place
     */
    public static Outputs open(Reporter reporter) throws IOException {
        Outputs outputs = new Outputs(reporter.environment().secrets());
        try {
            for (Wish wish : reporter.formats()) {
                outputs.list.add(output(reporter, wish));
                if (wish.file() != null) {
                    outputs.add(Path.of(wish.file()));
                }
            }
        } catch (Stopped | IOException e) {
            outputs.close();
            throw e;
        }
        return outputs;
    }

    /** A file has many names: links, and other capitals where the system does not tell them apart. */
    private void add(Path file) throws IOException {
        for (Path other : files) {
            if (Files.isRegularFile(file) && Files.isRegularFile(other) && Files.isSameFile(file, other)) {
                throw twice("one file");
            }
        }
        files.add(file);
    }

    private static Stopped twice(String place) {
        return Stopped.usage(
                "two formats go to " + place, "give all but one a file of its own: -o text -o json=report.json");
    }

    /** Writes one result in every form that is asked for, and says that all is well. */
    public static ExitCode write(Reporter reporter, Each each) throws IOException {
        try (Outputs outputs = open(reporter)) {
            outputs.write(false, each);
        }
        return ExitCode.HEALTHY;
    }

    /** Writes one result in every form, but for those that tell nothing when all is well. */
    public void write(boolean well, Each each) throws IOException {
        for (Page output : list) {
            if (!output.isSilent(well)) {
                each.write(output);
            }
        }
    }

    /** The same for a result that has one form for programs and one for people. */
    public static ExitCode write(Reporter reporter, Document json, Each text) throws IOException {
        return write(reporter, json, () -> "", text);
    }

    /** The same for one that also has lines for programs that read no JSON. */
    public static ExitCode write(Reporter reporter, Document json, Supplier<String> brief, Each text)
            throws IOException {
        return write(reporter, output -> {
            switch (output.format()) {
                case "json" -> json.write(output.target());
                case "short" -> output.target().write(brief.get());
                default -> text.write(output);
            }
        });
    }

    /** The same for a judgement, which is not told to somebody who asks for trouble only when there is none. */
    public static void judged(Reporter reporter, ExitCode code, Document json, Supplier<String> brief, Each text)
            throws IOException {
        boolean silent = reporter.quiet() && code == ExitCode.HEALTHY;
        write(reporter, json, silent ? () -> "" : brief, silent ? output -> {} : text);
    }

    /** Writes a result in one form. */
    public interface Each {
        void write(Page output) throws IOException;
    }

    /** Writes a result as a document. */
    public interface Document {
        void write(Writer target) throws IOException;
    }

    public List<Page> list() {
        return list;
    }

    @Override
    public void close() throws IOException {
        for (Page output : list) {
            output.target().close();
        }
        for (Path file : files) {
            SafeFile.check(file, secrets, "the file of a result");
        }
    }

    private static Page output(Reporter reporter, Wish wish) throws IOException {
        Environment environment = reporter.environment();
        String file = wish.file();
        if (file == null) {
            Style style = reporter.style(true);
            boolean plain = style.ascii() && FOR_READERS.contains(wish.format());
            Writer out = new Shared(plain ? new AsciiWriter(environment.out()) : environment.out());
            return reporter.page(wish.format(), out, style);
        }
        try {
            Path path = Path.of(file);
            Writer writer = wish.format().equals(READ_AT_ANY_TIME)
                    ? new AtomicFile(path, environment.source().newId())
                    : SafeFile.writer(path);
            return reporter.page(wish.format(), new Outlet(writer, environment.outgoing()), reporter.style(false));
        } catch (FileSystemException | InvalidPathException e) {
            throw Stopped.usage(
                    "'" + Redactor.seen(file) + "' cannot be written", "check the folder and its permissions");
        }
    }

    /** Standard output: closing it only flushes, because other commands of this process use it too. */
    private static final class Shared extends FilterWriter {
        Shared(Writer out) {
            super(out);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
