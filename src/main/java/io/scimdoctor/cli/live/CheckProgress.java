package io.scimdoctor.cli.live;

import io.scimdoctor.check.CheckEnvironment;
import io.scimdoctor.check.CheckInfo;
import io.scimdoctor.check.CheckResult;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** One line of progress on a terminal while a check runs. */
final class CheckProgress implements CheckEnvironment.Observer, AutoCloseable {
    private static final String CLEAR = "\r\u001B[K";

    private final Environment environment;
    private final boolean shown;

    CheckProgress(Invocation invocation) {
        environment = invocation.environment();
        shown = environment.terminals().err()
                && !invocation.flag("--quiet")
                && !environment.variable("TERM").equals("dumb");
    }

    @Override
    public void calling(String probe, String method) {
        show(method + " " + probe + " …");
    }

    @Override
    public void finished(CheckInfo check, CheckResult result) {
        show(check.id());
    }

    private synchronized void show(String text) {
        if (shown) {
            write(CLEAR + text);
        }
    }

    private void write(String text) {
        Writer err = environment.err();
        try {
            err.write(text);
            err.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        if (shown) {
            write(CLEAR);
        }
    }
}
