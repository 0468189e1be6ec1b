package io.scimdoctor.cli.shell;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/**
 * What a command of the session reads: first the texts that are at hand, then what is typed.
 *
 * @param texts one for each time that standard input is opened
 * @param keyboard is asked for lines
 * @param hint says how typing ends
 * @param abandon is told that the user does not want to go on
 */
record SessionInput(Iterator<String> texts, Prompt keyboard, Runnable hint, Runnable abandon) implements Host.Inputs {
    @Override
    public InputStream whole() {
        if (texts.hasNext()) {
            return new ByteArrayInputStream(texts.next().getBytes(StandardCharsets.UTF_8));
        }
        hint.run();
        return answers();
    }

    @Override
    public InputStream answers() {
        return new LineInput(keyboard::answer, abandon);
    }
}
