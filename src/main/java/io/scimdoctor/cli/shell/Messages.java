package io.scimdoctor.cli.shell;

import io.scimdoctor.manual.Candidate;
import io.scimdoctor.manual.Program;
import io.scimdoctor.manual.Wrapped;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fits messages to the shell: wraps them, and names commands without the program's name in front. */
final class Messages extends Writer {
    private static final String SIGN = "scimdoctor: ";

    private final Writer target;
    private final int width;
    private final Pattern program;
    private final StringBuilder line = new StringBuilder();

    Messages(Writer target, int width, Program program) {
        this.target = target;
        this.width = width;
        this.program = Pattern.compile("\\bscimdoctor (?=(?:help|"
                + program.firstWords().stream().map(Candidate::value).collect(Collectors.joining("|")) + ")\\b)");
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            line.append(text[i]);
            if (text[i] == '\n') {
                pass();
            }
        }
    }

    private void pass() throws IOException {
        String text = line.toString();
        line.setLength(0);
        boolean message = text.startsWith(SIGN);
        // Progress lines, drawn with control sequences, already fit.
        boolean wide = text.length() > width + 1 && text.indexOf('\u001B') < 0;
        String plain =
                message ? SIGN + program.matcher(text.substring(SIGN.length())).replaceAll("") : text;
        // Words that are longer than a line stay whole, so that they can be copied.
        target.write(message || wide ? Wrapped.text(plain.stripTrailing(), 0, 2, width) + "\n" : text);
    }

    @Override
    public void flush() throws IOException {
        if (!line.isEmpty()) {
            pass();
        }
        target.flush();
    }

    /** Only flushes: the terminal is used by later commands too. */
    @Override
    public void close() throws IOException {
        flush();
    }
}
