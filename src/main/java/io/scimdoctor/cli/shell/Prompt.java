package io.scimdoctor.cli.shell;

import io.scimdoctor.redact.SafeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Predicate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.Widget;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** Reads what is typed and what is pasted. */
final class Prompt {
    /**
     * What one prompt gave.
     *
     * @param line what was typed
     * @param pasted what was pasted behind it and recognised, or null
     */
    record Entered(String line, @Nullable String pasted) {}

    /** Longer than a terminal takes between two lines of one paste. */
    private static final long PASTE_MILLIS = 30;

    private final LineReader reader;
    private final LineReader plain;
    private @Nullable Entered pasted;
    private Predicate<String> completes = text -> false;

    Prompt(Terminal terminal, Host host) {
        boolean dumb = isDumb(terminal);
        reader = builder(terminal)
                .completer(new ShellCompleter(host.program(), host.candidates()))
                .highlighter(new LineHighlighter(host.isColoured() && !dumb))
                .history(new SafeHistory())
                .build();
        plain = builder(terminal).option(Option.DISABLE_HIGHLIGHTER, true).build();
        plain.setVariable(LineReader.DISABLE_HISTORY, true);
        plain.setVariable(LineReader.DISABLE_COMPLETION, true);
        reader.setAutosuggestion(dumb ? LineReader.SuggestionType.NONE : LineReader.SuggestionType.TAIL_TIP);
        host.stateFolder().ifPresent(this::keepHistory);
        watchPastes();
    }

    /** Whether it can neither colour nor move the cursor. */
    static boolean isDumb(Terminal terminal) {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }

    private static LineReaderBuilder builder(Terminal terminal) {
        return LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("scimdoctor")
                .parser(new DefaultParser().escapeChars(new char[0]).quoteChars(new char[0]))
                // A filter or a password may hold an exclamation mark.
                .option(Option.DISABLE_EVENT_EXPANSION, true)
                .option(Option.HISTORY_IGNORE_SPACE, true)
                .option(Option.CASE_INSENSITIVE, true)
                .option(Option.GROUP, false)
                .option(Option.AUTO_MENU, false);
    }

    /** Without a writable file the history stays in memory. */
    private void keepHistory(Path folder) {
        Path file = folder.resolve("shell-history");
        try {
            SafeFile.folder(folder);
            if (!Files.exists(file)) {
                Files.createFile(file, SafeFile.permissions("rw-------"));
            }
            if (Files.isWritable(file)) {
                reader.setVariable(LineReader.HISTORY_FILE, file);
                reader.getHistory().attach(reader);
            }
        } catch (IOException e) {
            // It is kept in memory only.
        }
    }

    /** Takes a paste off the input line and hands it over at once, unless it is a plain word or two. */
    private void watchPastes() {
        Widget builtin = Objects.requireNonNull(reader.getBuiltinWidgets().get(LineReader.BEGIN_PASTE));
        reader.getWidgets().put(LineReader.BEGIN_PASTE, () -> {
            String line = reader.getBuffer().toString();
            int cursor = reader.getBuffer().cursor();
            boolean done = builtin.apply();
            String after = reader.getBuffer().toString();
            String text = Pasted.mended(after.substring(cursor, cursor + after.length() - line.length()));
            if (Pasted.of(text) != Pasted.LINE || completes.test(text)) {
                pasted = new Entered(line, text);
                reader.getBuffer().clear();
                reader.callWidget(LineReader.ACCEPT_LINE);
            }
            return done;
        });
    }

    /**
     * @param isRest whether a pasted line is the rest of what was pasted before
     * @throws UserInterruptException on Ctrl-C
     * @throws EndOfFileException on Ctrl-D
     */
    Entered read(String prompt, Predicate<String> isRest) {
        completes = isRest;
        pasted = null;
        String line = reader.readLine(prompt);
        return Objects.requireNonNullElse(pasted, new Entered(line, null));
    }

    /**
     * The next line for a command that reads standard input, or null at its end.
     *
     * @throws UserInterruptException on Ctrl-C
     */
    @Nullable
    String answer() {
        try {
            return plain.readLine("");
        } catch (EndOfFileException e) {
            return null;
        }
    }

    /**
     * Lines up to Ctrl-D: answers hold empty lines, so none of them can be the end.
     *
     * @throws UserInterruptException on Ctrl-C
     */
    String lines() {
        StringBuilder text = new StringBuilder();
        for (String line = answer(); line != null; line = answer()) {
            text.append(line).append('\n');
        }
        return Pasted.mended(text.toString());
    }

    /** The line and those that came with it at once: nobody types so fast, it is a paste that the terminal did not mark. */
    String withRest(String first) {
        StringBuilder text = new StringBuilder(first);
        // In line mode the terminal would hold back an unfinished last line.
        Attributes before = plain.getTerminal().enterRawMode();
        try {
            String line = first;
            while (line != null && isMoreThere()) {
                line = answer();
                text.append('\n').append(Objects.requireNonNullElse(line, ""));
            }
        } finally {
            plain.getTerminal().setAttributes(before);
        }
        return Pasted.mended(text.toString());
    }

    private boolean isMoreThere() {
        try {
            return plain.getTerminal().reader().peek(PASTE_MILLIS) >= 0;
        } catch (IOException e) {
            return false;
        }
    }
}
