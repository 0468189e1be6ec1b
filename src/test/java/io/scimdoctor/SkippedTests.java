package io.scimdoctor;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Says at the end of a run in one line what was skipped, and why. */
public final class SkippedTests implements TestExecutionListener {
    private final Map<String, Integer> reasons = new TreeMap<>();

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        add(reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            add(result.getThrowable().map(Throwable::getMessage).orElse("no reason"));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (!reasons.isEmpty()) {
            String line = reasons.entrySet().stream()
                    .map(reason -> reason.getValue() + " because " + reason.getKey())
                    .collect(Collectors.joining(", "));
            System.out.println("Skipped tests: " + line);
            reasons.clear();
        }
    }

    private synchronized void add(String reason) {
        reasons.merge(reason.replaceFirst("^Assumption failed: ", ""), 1, Integer::sum);
    }
}
