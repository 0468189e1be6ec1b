package io.scimdoctor.cli.shell;

import io.scimdoctor.report.format.Amounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has been gathered for a ticket.
 *
 * @param answers that were pasted, without white space around them: the same text twice is one answer
 * @param files that were classified
 * @param runs that were recorded, by their ids
 */
record SessionCase(Set<String> answers, Set<String> files, Map<String, Host.RecordedRun> runs) {
    /** A case for which nothing has been gathered yet. */
    SessionCase() {
        this(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashMap<>());
    }

    boolean isEmpty() {
        return answers.isEmpty() && files.isEmpty() && runs.isEmpty();
    }

    /** The options of a ticket that name the captures. */
    List<String> captures() {
        List<String> options = new ArrayList<>();
        answers.forEach(answer -> options.addAll(List.of("--from", "-")));
        files.forEach(file -> options.addAll(List.of("--from", file)));
        return options;
    }

    /**
     * The runs for a ticket, or those that are left out of it: as soon as something shows the real service, simulated runs
     * and runs that never reached it.
     */
    List<String> runs(boolean taken) {
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
        String parts = Stream.of(
                        Amounts.count(answers.size(), "answer"),
                        Amounts.count(files.size(), "file"),
                        Amounts.count(runs.size(), "run"))
                .filter(part -> !part.startsWith("0 "))
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? "nothing" : parts;
    }
}
