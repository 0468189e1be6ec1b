package io.scimdoctor.run;

import io.scimdoctor.redact.Outgoing;
import io.scimdoctor.redact.Pseudonyms;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that stores runs, one after the other, and says what it has stored. */
public final class RecordingProcess {
    static final int RUNS = 12;

    private RecordingProcess() {}

    /** Arguments: the state folder, and a name that no other process has. */
    public static void main(String[] words) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path state = Path.of(words[0]);
        RunStore store = new RunStore(state, new Outgoing(), InstantSource.system());
        Pseudonyms pseudonyms = store.pseudonyms();
        for (int i = 0; i < RUNS; i++) {
            String id = words[1] + "-" + i;
            store.store(RunStoreTest.named(id), new RunStore.Retention(1000, Duration.ofDays(1)));
            if (words.length > 2) {
                out.println(words[2] + i + " " + pseudonyms.of(Pseudonyms.Kind.USER, words[2] + i));
            } else {
                out.println(id);
            }
        }
    }

    static Process start(Path state, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                RecordingProcess.class.getName(),
                state.toString()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** At most so many lines of what it says; fewer when it ends. */
    static List<String> lines(Process process, int most) throws IOException {
        List<String> lines = new ArrayList<>();
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        while (lines.size() < most) {
            String line = reader.readLine();
            if (line == null) {
                break;
            }
            lines.add(line);
        }
        return lines;
    }
}
