package io.scimdoctor.manual;

import io.scimdoctor.json.Resource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The shells that can complete our command lines. */
public enum Shell {
    BASH("scimdoctor.bash"),
    ZSH("_scimdoctor"),
    FISH("scimdoctor.fish"),
    POWERSHELL("scimdoctor.ps1");

    private final String file;

    Shell(String file) {
        this.file = file;
    }

    /** The name of the script, as it stands in the folder {@code completions} of the project. */
    public String file() {
        return file;
    }

    /** The script by which this shell completes; a test holds that it knows all commands. */
    public String script() {
        return Resource.text(Shell.class, file);
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
