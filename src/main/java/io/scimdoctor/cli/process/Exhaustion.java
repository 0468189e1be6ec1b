package io.scimdoctor.cli.process;

import io.scimdoctor.finding.ExitCode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Ends the process with one sentence when there is no memory left even to say so; what it needs is made at the start. */
public final class Exhaustion implements Thread.UncaughtExceptionHandler {
    static final String SENTENCE = "the memory that Java may use is exhausted";
    static final String HINT = "allow more with JAVA_TOOL_OPTIONS=-Xmx4g, or name a smaller input";

    private final byte[] sentence =
            ("scimdoctor: " + SENTENCE + "; " + HINT + ".\n").getBytes(StandardCharsets.US_ASCII);
    private final int code = ExitCode.BUG.number();
    private final FileOutputStream err = new FileOutputStream(FileDescriptor.err);

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        byte[] said = sentence;
        try {
            // What broke may only have an exhausted memory as its cause.
            String crash = error instanceof OutOfMemoryError ? SENTENCE : Crash.describe(error, false);
            said = crash.equals(SENTENCE) ? said : ("scimdoctor: " + crash + ".\n").getBytes(StandardCharsets.US_ASCII);
        } catch (OutOfMemoryError e) {
            said = sentence;
        }
        try {
            err.write(said);
        } catch (IOException e) {
            // Standard error cannot be written; the exit code still tells.
        }
        if (Arrays.equals(said, sentence)) {
            Runtime.getRuntime().halt(code);
        }
    }
}
