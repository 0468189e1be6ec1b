package io.scimdoctor.manual;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The shells that can complete our command lines. */
public enum Shell {
    BASH,
    ZSH,
    FISH,
    POWERSHELL;

    /** The script by which this shell completes. */
    public String script(Program program, Candidates candidates) {
        Completion completion = switch (this) {
            case BASH -> new BashCompletion(program, candidates);
            case ZSH -> new ZshCompletion(program, candidates);
            case FISH -> new FishCompletion(program, candidates);
            case POWERSHELL -> new PowerShellCompletion(program, candidates);
        };
        return completion.script();
    }

    /** The words for them, in order. */
    public static List<String> names() {
        return Arrays.stream(values())
                .map(shell -> shell.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** @throws IllegalArgumentException for any other word */
    public static Shell of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
