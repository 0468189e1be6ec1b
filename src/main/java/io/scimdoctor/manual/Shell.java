package io.scimdoctor.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The shells that can complete our command lines. */
public enum Shell {
    BASH("scimdoctor.bash") {
        @Override
        public String script(Program program, Candidates candidates) {
            return new BashCompletion(program, candidates).script();
        }
    },
    ZSH("_scimdoctor") {
        @Override
        public String script(Program program, Candidates candidates) {
            return new ZshCompletion(program, candidates).script();
        }
    },
    FISH("scimdoctor.fish") {
        @Override
        public String script(Program program, Candidates candidates) {
            return new FishCompletion(program, candidates).script();
        }
    },
    POWERSHELL("scimdoctor.ps1") {
        @Override
        public String script(Program program, Candidates candidates) {
            return new PowerShellCompletion(program, candidates).script();
        }
    };

    private final String file;

    Shell(String file) {
        this.file = file;
    }

    /** The script by which this shell completes. */
    public abstract String script(Program program, Candidates candidates);

    /** The name under which the script is kept. */
    public String file() {
        return file;
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
