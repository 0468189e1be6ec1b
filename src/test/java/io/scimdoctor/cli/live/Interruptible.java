package io.scimdoctor.cli.live;

import io.scimdoctor.cli.packaging.ToolRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Starts programs that Ctrl-C reaches: what a shell starts in the background ignores it, and so does all that comes of it. */
final class Interruptible {
    private static final List<String> HEARING = List.of("env", "--default-signal=INT");

    private Interruptible() {}

    /** The command, with GNU's env before it where that is what the machine has. */
    static ProcessBuilder process(List<String> command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        if (ToolRun.of(HEARING.get(0), HEARING.get(1), "true").code() == 0) {
            words.addAll(HEARING);
        }
        words.addAll(command);
        return new ProcessBuilder(words);
    }
}
