package io.scimdoctor.cli.process;

import org.jspecify.annotations.Nullable;

/** No verdict can be reached; the process ends with 3. */
public final class NoVerdict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String hint;

    /**
     * @param message what is wrong and where, one sentence
     * @param hint what to do, or null
     */
    public NoVerdict(String message, @Nullable String hint) {
        super(message);
        this.hint = hint;
    }

    @Nullable
    public String hint() {
        return hint;
    }
}
