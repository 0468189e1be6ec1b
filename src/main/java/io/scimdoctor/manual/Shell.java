package io.scimdoctor.manual;

import io.scimdoctor.exchange.Slugged;
import io.scimdoctor.json.Resource;
import java.util.Arrays;
import java.util.List;

/** The shells that can complete our command lines. */
public enum Shell implements Slugged {
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
        return Arrays.stream(values()).map(Shell::slug).toList();
    }
}
