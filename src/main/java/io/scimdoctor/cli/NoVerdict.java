package io.scimdoctor.cli;

import org.jspecify.annotations.Nullable;

/** No verdict can be reached; the process ends with 3. */
final class NoVerdict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String hint;

    /**
     * @param message what is wrong and where, one sentence
     * @param hint what to do, or null
     */
    NoVerdict(String message, @Nullable String hint) {
        super(message);
        this.hint = hint;
    }

    @Nullable
    String hint() {
        return hint;
    }
}
