package io.scimdoctor.watch.tally;

import io.scimdoctor.run.RunCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A few whole exchanges of each finding: the first ones, and the latest. */
public final class Samples {
    private static final int FIRST = 2;
    private static final int MOST = 3;
    private static final int MOST_FINDINGS = 20;

    private final Map<String, List<RunCall>> byFinding = new LinkedHashMap<>();
    private boolean changed;

    /** Whether a call with the finding would be kept: the first ones of each, and always the latest. */
    public boolean wants(String finding) {
        return byFinding.containsKey(finding) || byFinding.size() < MOST_FINDINGS;
    }

    public void add(String finding, RunCall call) {
        List<RunCall> calls = byFinding.computeIfAbsent(finding, key -> new ArrayList<>());
        if (calls.size() == MOST) {
            calls.set(FIRST, call);
        } else {
            calls.add(call);
        }
        changed = true;
    }

    /** Takes over what an earlier process has kept. */
    public void addAll(List<RunCall> calls) {
        calls.forEach(call -> add(Objects.requireNonNullElse(call.finding(), ""), call));
        changed = false;
    }

    /** Whether something came since it was asked last. */
    public boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    public List<RunCall> list() {
        return byFinding.values().stream().flatMap(List::stream).toList();
    }
}
