package io.scimdoctor.finding;

import org.jspecify.annotations.Nullable;

/** The process ends before a verdict: what it was given is wrong, or what it needs is not there. */
public final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode code;
    private final @Nullable String hint;

    private Stopped(ExitCode code, String message, @Nullable String hint) {
        super(message);
        this.code = code;
        this.hint = hint;
    }

    /**
     * The command line or a file that it names is wrong.
     *
     * @param message what is wrong and where, one sentence
     * @param hint what to do, or null
     */
    public static Stopped usage(String message, @Nullable String hint) {
        return new Stopped(ExitCode.USAGE, message, hint);
    }

    /** Nothing can be said, although the command line is right. */
    public static Stopped noVerdict(String message, @Nullable String hint) {
        return new Stopped(ExitCode.NO_VERDICT, message, hint);
    }

    public ExitCode code() {
        return code;
    }

    public @Nullable String hint() {
        return hint;
    }

    /** What is wrong and what to do. */
    public String sentence() {
        return getMessage() + (hint == null ? "" : "; " + hint);
    }
}
