package io.scimdoctor.cli.shell;

import io.scimdoctor.manual.Candidate;
import io.scimdoctor.manual.Program;
import io.scimdoctor.manual.Wrapped;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes the messages of commands fit the shell: broken between words, and with commands named as they are typed here. */
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
        // What is drawn with control sequences fits by itself.
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

    /** The terminal outlives the command. */
    @Override
    public void close() throws IOException {
        flush();
    }
}
