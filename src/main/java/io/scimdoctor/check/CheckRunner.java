package io.scimdoctor.check;

import io.scimdoctor.catalog.Catalog;
import io.scimdoctor.diagnosis.Diagnoser;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.http.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the checks of a plan: those whose needs are met in one wave after the other, side by side within a wave. A check
 * whose need was not met is skipped and says which; a check that breaks becomes a finding, and the run goes on.
 */
public final class CheckRunner {
    private static final int MOST_AT_ONCE = 8;

    private final CheckSettings settings;
    private final Transport transport;
    private final CheckEnvironment environment;
    private final Consumer<String> newSecret;
    private final Catalog catalog = Catalog.load();
    private final Map<String, Done> done = new LinkedHashMap<>();

    /** A finished check and how long it took. */
    record Done(CheckResult result, Duration duration) {}

    /** @param newSecret is told every token that the run obtains */
    public CheckRunner(
            CheckSettings settings, Transport transport, CheckEnvironment environment, Consumer<String> newSecret) {
        this.settings = settings;
        this.transport = transport;
        this.environment = environment;
        this.newSecret = newSecret;
    }

    /** Runs everything that can run. After an interruption the report holds what is known by then. */
    public CheckReport run() {
        CheckPlan plan = CheckPlan.of(settings);
        plan.leftOut().forEach((id, result) -> done.put(id, new Done(result, Duration.ZERO)));
        Instant started = environment.now();
        CallRunner caller = new CallRunner(settings, transport, new Diagnoser(catalog), environment);
        CheckContext context = new CheckContext(settings, catalog, caller, environment, newSecret);
        ExecutorService threads = Executors.newFixedThreadPool(MOST_AT_ONCE, CheckRunner::daemon);
        try {
            List<Check> wave = nextWave(plan);
            while (!wave.isEmpty() && !environment.isStopped()) {
                run(wave, context, threads);
                wave = nextWave(plan);
            }
        } finally {
            threads.shutdownNow();
        }
        return new ReportBuilder(settings, catalog, plan, done)
                .build(context, started, environment.isStopped() ? environment.stopCode() : null);
    }

    private void run(List<Check> wave, CheckContext context, ExecutorService threads) {
        List<Future<Done>> running = new ArrayList<>();
        for (Check check : wave) {
            CheckResult skipped = skipped(check.info());
            running.add(
                    skipped != null || wave.size() == 1
                            ? finished(skipped == null ? guarded(check, context) : new Done(skipped, Duration.ZERO))
                            : threads.submit(() -> guarded(check, context)));
        }
        for (int i = 0; i < wave.size(); i++) {
            CheckInfo info = wave.get(i).info();
            Done finished = await(running.get(i));
            if (finished != null) {
                done.put(info.id(), finished);
                environment.observer().finished(info, finished.result());
            }
        }
    }

    private static Future<Done> finished(Done value) {
        return CompletableFuture.completedFuture(value);
    }

    private static @Nullable Done await(Future<Done> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** All checks that are not done and wait for nothing that is still to come. */
    private List<Check> nextWave(CheckPlan plan) {
        List<Check> wave = new ArrayList<>();
        for (Check check : plan.checks()) {
            CheckInfo info = check.info();
            if (!done.containsKey(info.id()) && allDone(info.needs()) && allDone(info.after())) {
                wave.add(check);
            }
        }
        return wave;
    }

    private boolean allDone(List<String> ids) {
        for (String id : ids) {
            if (!done.containsKey(id)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable CheckResult skipped(CheckInfo info) {
        for (String need : info.needs()) {
            Done needed = done.get(need);
            if (needed != null && needed.result().blocks()) {
                String root = needed.result().skippedBecause();
                return CheckResult.skip(root == null ? need : root);
            }
        }
        return null;
    }

    /** The only place beside the entry point that catches whatever a check may throw. */
    private Done guarded(Check check, CheckContext context) {
        Instant started = environment.now();
        CheckResult result;
        try {
            result = check.run(context);
            if (environment.isStopped() && result.isCutOff()) {
                result = CheckResult.skip("the interruption");
            }
        } catch (CallBudgetExhausted e) {
            String allowed = settings.budget().maxCalls() + " calls";
            result = CheckResult.unknown(
                    catalog.finding("call-budget-exhausted", List.of(new Evidence("allowed", allowed))));
        } catch (RuntimeException e) {
            if (environment.isStopped()) {
                result = CheckResult.skip("the interruption");
            } else {
                String kind = e.getClass().getSimpleName();
                result = CheckResult.unknown(catalog.finding("check-crashed", List.of(new Evidence("kind", kind))));
            }
        }
        return new Done(result, Duration.between(started, environment.now()));
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "check");
        thread.setDaemon(true);
        return thread;
    }
}
