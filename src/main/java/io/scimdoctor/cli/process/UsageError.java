package io.scimdoctor.cli.process;

import org.jspecify.annotations.Nullable;

/** The command line or a file it names is wrong; the process ends with 2. */
public final class UsageError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String hint;

    /**
     * @param message what is wrong and where, one sentence
     * @param hint what to do, or null
     */
    public UsageError(String message, @Nullable String hint) {
        super(message);
        this.hint = hint;
    }

    @Nullable
    public String hint() {
        return hint;
    }
}
