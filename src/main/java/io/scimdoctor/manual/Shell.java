package io.scimdoctor.manual;

import java.util.ArrayList;
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
        return switch (this) {
            case BASH -> new BashCompletion(program, candidates).script();
            case ZSH -> new ZshCompletion(program, candidates).script();
            case FISH -> new FishCompletion(program, candidates).script();
            case POWERSHELL -> new PowerShellCompletion(program, candidates).script();
        };
    }

    /** The words for them, in order. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Shell shell : values()) {
            names.add(shell.name().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /** @throws IllegalArgumentException for any other word */
    public static Shell of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
