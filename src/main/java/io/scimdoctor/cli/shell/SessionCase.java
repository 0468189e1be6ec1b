package io.scimdoctor.cli.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has been gathered for a ticket: answers that were pasted, files that were classified, runs that were recorded. */
final class SessionCase {
    private final Set<String> answers = new LinkedHashSet<>();
    private final Set<String> files = new LinkedHashSet<>();
    private final Map<String, Host.RecordedRun> runs = new LinkedHashMap<>();

    /** Whether it is a new one: the same text twice is one answer. */
    boolean addAnswer(String text) {
        return answers.add(text.strip());
    }

    /** Takes an answer out that turned out to be a part of another one. */
    void removeAnswer(String text) {
        answers.remove(text.strip());
    }

    boolean addFile(String name) {
        return files.add(name);
    }

    void addRun(Host.RecordedRun run) {
        runs.put(run.id(), run);
    }

    void clear() {
        answers.clear();
        files.clear();
        runs.clear();
    }

    boolean isEmpty() {
        return answers.isEmpty() && files.isEmpty() && runs.isEmpty();
    }

    /** What standard input has to hold, one text after the other. */
    List<String> answers() {
        return List.copyOf(answers);
    }

    /** The options of a ticket that name the captures. */
    List<String> captures() {
        List<String> options = new ArrayList<>();
        answers.forEach(answer -> options.addAll(List.of("--from", "-")));
        files.forEach(file -> options.addAll(List.of("--from", file)));
        return options;
    }

    /** The runs for a ticket. As soon as one shows the real service, simulated runs and runs that never reached it are left out. */
    List<String> runs() {
        return ids(true);
    }

    /** The runs that {@link #runs} leaves out. */
    List<String> leftOut() {
        return ids(false);
    }

    private List<String> ids(boolean taken) {
        boolean real = !answers.isEmpty()
                || !files.isEmpty()
                || runs.values().stream().anyMatch(Host.RecordedRun::isOfService);
        return runs.values().stream()
                .filter(run -> taken == (run.isOfService() || !real))
                .map(Host.RecordedRun::id)
                .toList();
    }

    /** Such as {@code 2 answers, 1 run}. */
    String text() {
        List<String> parts = new ArrayList<>();
        count(parts, answers.size(), "answer");
        count(parts, files.size(), "file");
        count(parts, runs.size(), "run");
        return parts.isEmpty() ? "nothing" : String.join(", ", parts);
    }

    private static void count(List<String> parts, int number, String what) {
        if (number > 0) {
            parts.add(number + " " + what + (number == 1 ? "" : "s"));
        }
    }
}
