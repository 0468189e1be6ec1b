package io.scimdoctor.check;

import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.http.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the checks of a plan: those whose needs are met in one wave after the other, side by side within a wave. A check
 * whose need was not met is skipped and says which; a check that breaks becomes a finding, and the run goes on.
 */
public final class CheckRunner {
    private static final int MOST_AT_ONCE = 8;

    private final CheckContext context;
    private final Map<String, CheckReport.CheckLine> done = new LinkedHashMap<>();

    /** @param newSecret is told every token that the run obtains */
    public CheckRunner(
            CheckSettings settings, Transport transport, CheckEnvironment environment, Consumer<String> newSecret) {
        context = CheckContext.of(settings, transport, environment, newSecret);
    }

    /** Runs everything that can run. After an interruption the report holds what is known by then. */
    public CheckReport run() {
        CheckPlan plan = CheckPlan.of(context.settings());
        for (Check check : plan.checks()) {
            CheckResult leftOut = plan.leftOut().get(check.id());
            if (leftOut != null) {
                done.put(check.id(), new CheckReport.CheckLine(check.info(), leftOut, Duration.ZERO));
            }
        }
        CheckEnvironment environment = context.environment();
        Instant started = environment.now();
        ExecutorService threads = Executors.newFixedThreadPool(MOST_AT_ONCE, CheckRunner::daemon);
        try {
            List<Check> wave = nextWave(plan);
            while (!wave.isEmpty() && !environment.isStopped()) {
                run(wave, threads);
                wave = nextWave(plan);
            }
        } finally {
            threads.shutdownNow();
        }
        ExitCode stopCode = environment.isStopped() ? environment.stopCode() : null;
        return new ReportBuilder(context, plan, done).build(started, stopCode);
    }

    private void run(List<Check> wave, ExecutorService threads) {
        List<Future<CheckReport.CheckLine>> running = new ArrayList<>();
        for (Check check : wave) {
            CheckResult skipped = skipped(check.info());
            FutureTask<CheckReport.CheckLine> task = new FutureTask<>(() ->
                    skipped == null ? guarded(check) : new CheckReport.CheckLine(check.info(), skipped, Duration.ZERO));
            running.add(task);
            Executor beside = skipped == null && wave.size() > 1 ? threads : Runnable::run;
            beside.execute(task);
        }
        for (Future<CheckReport.CheckLine> future : running) {
            try {
                CheckReport.CheckLine line = future.get();
                done.put(line.info().id(), line);
                context.environment().progress(line.info().id());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** All checks that are not done and wait for nothing that is still to come. */
    private List<Check> nextWave(CheckPlan plan) {
        return plan.checks().stream()
                .filter(check -> !done.containsKey(check.id()))
                .filter(check -> done.keySet().containsAll(check.info().needs()))
                .filter(check -> done.keySet().containsAll(check.info().after()))
                .toList();
    }

    private @Nullable CheckResult skipped(CheckInfo info) {
        for (String need : info.needs()) {
            CheckReport.CheckLine needed = done.get(need);
            if (needed != null && needed.result().blocks()) {
                String root = needed.result().skippedBecause();
                return CheckResult.skip(root == null ? need : root);
            }
        }
        return null;
    }

    /** The only place beside the entry point that catches whatever a check may throw. */
    private CheckReport.CheckLine guarded(Check check) {
        Instant started = context.environment().now();
        CheckResult result;
        try {
            result = check.body().apply(context);
        } catch (CheckContext.CallBudgetExhausted e) {
            String allowed = context.settings().budget().maxCalls() + " calls";
            result = CheckResult.unknown(context.finding("call-budget-exhausted", "allowed", allowed));
        } catch (RuntimeException e) {
            String kind = e.getClass().getSimpleName();
            result = CheckResult.unknown(context.finding(CheckResult.CRASHED, "kind", kind));
        }
        if (context.environment().isStopped() && result.isCutOff()) {
            result = CheckResult.skip(ReportBuilder.INTERRUPTION);
        }
        Duration took = Duration.between(started, context.environment().now());
        return new CheckReport.CheckLine(check.info(), result, took);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "check");
        thread.setDaemon(true);
        return thread;
    }
}
