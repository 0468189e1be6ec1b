package io.scimdoctor.cli;

import org.jspecify.annotations.Nullable;

/** The command line or a file it names is wrong; the process ends with 2. */
final class UsageError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String hint;

    /**
     * @param message what is wrong and where, one sentence
     * @param hint what to do, or null
     */
    UsageError(String message, @Nullable String hint) {
        super(message);
        this.hint = hint;
    }

    @Nullable
    String hint() {
        return hint;
    }
}
