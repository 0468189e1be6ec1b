package io.scimdoctor.cli.packaging;

import io.scimdoctor.cli.CommandWords;
import io.scimdoctor.manual.Program;

/** The description of all commands, for tests of other packages. */
public final class WholeProgram {
    private WholeProgram() {}

    public static Program program() {
        return CommandWords.program();
    }
}
