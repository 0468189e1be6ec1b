package io.scimdoctor.cli.live;

import io.scimdoctor.check.CheckInfo;
import io.scimdoctor.check.CheckPlanReport;
import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.CheckRunner;
import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.check.Goal;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.process.ProgressLine;
import io.scimdoctor.cli.process.Reporter;
import io.scimdoctor.cli.settings.LiveProcess;
import io.scimdoctor.cli.settings.NetworkSetup;
import io.scimdoctor.config.Key;
import io.scimdoctor.config.Origin;
import io.scimdoctor.config.Settings;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.FailureRules;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.http.ApacheTransport;
import io.scimdoctor.http.Transport;
import io.scimdoctor.report.Formats;
import io.scimdoctor.report.PluginStatus;
import io.scimdoctor.report.block.Block;
import io.scimdoctor.report.block.BlockText;
import io.scimdoctor.report.check.CheckJson;
import io.scimdoctor.report.check.PlanBlocks;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunHead;
import io.scimdoctor.run.report.ProbeBlocks;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the options of a command say about the calls that it makes.
 *
 * @param scenario what the simulator plays, or null for calls to the service
 * @param rules which findings decide the exit code
 * @param dryRun whether the calls are only listed
 */
public record CallOptions(
        NetworkSetup network,
        Reporter reporter,
        Recording recording,
        @Nullable String scenario,
        Goal goal,
        CheckSettings.Budget budget,
        FailureRules rules,
        boolean dryRun) {

    public static CallOptions of(Invocation invocation) {
        NetworkSetup network = NetworkSetup.of(invocation);
        warnOfReader(network.settings(), invocation);
        warnOfUnused(invocation);
        String goal = invocation.text("--for", "read").toUpperCase(Locale.ROOT).replace('-', '_');
        return new CallOptions(
                network,
                invocation.reporter(),
                Recording.of(invocation, network.settings()),
                invocation.text("--simulate"),
                Goal.valueOf(goal),
                new CheckSettings.Budget(
                        invocation.number("--max-calls", Integer.MAX_VALUE, 0),
                        invocation.number("--retries", 0, 0),
                        invocation.duration("--wait", Duration.ofSeconds(30))),
                invocation.failureRules(),
                invocation.flag("--dry-run"));
    }

    /**
     * A proxy whose authority is trusted can read everything, and a profile that names both may come from somebody
     * else.
     */
    private static void warnOfReader(Settings settings, Invocation invocation) {
        boolean both = Stream.of(Key.PROXY, Key.CACERT)
                .allMatch(key -> settings.find(key)
                        .filter(setting -> setting.origin() == Origin.PROFILE)
                        .isPresent());
        if (both && !invocation.flag("--simulate")) {
            invocation
                    .reporter()
                    .warn("WARNING: the profile sets proxy and cacert together, so that this proxy can read the token"
                            + " and all data; use it only when you trust who wrote the configuration file");
        }
    }

    /** The simulator is its own service and gives its own token. */
    private static void warnOfUnused(Invocation invocation) {
        String unused = EnumSet.range(Key.BASE_URL, Key.FEDERATED_TOKEN_FILE).stream()
                .map(Key::flag)
                .filter(invocation::flag)
                .collect(Collectors.joining(", "));
        if (invocation.flag("--simulate") && !unused.isEmpty()) {
            invocation.reporter().warn("--simulate makes no use of " + unused);
        }
    }

    public Environment environment() {
        return network.environment();
    }

    /** A transport to where the settings lead, closed by whoever asked for it. */
    public Transport transport(CheckSettings settings) {
        return new ApacheTransport(network.transport(settings.target(), settings.simulated()));
    }

    ExitCode plan(CheckSettings settings) throws IOException {
        return plan(CheckPlanReport.of(settings, environment().now()), false);
    }

    /** Lists what would be done: the calls, or the checks. */
    public ExitCode plan(CheckPlanReport plan, boolean checks) throws IOException {
        return Outputs.write(reporter, output -> {
            switch (output.format()) {
                case "json" -> CheckJson.write(plan, output.target(), output.policy());
                case "text", "short" -> {
                    List<Block> blocks = checks
                            ? List.of(Block.Facts.of(plan.checks(), CheckInfo::id, CheckInfo::title))
                            : PlanBlocks.calls(plan, output.style().audience());
                    new BlockText(output.target(), output.style()).write(blocks);
                }
                default ->
                    throw Stopped.usage(
                            (checks ? "--list" : "--dry-run") + " calls nothing and has no result for -o "
                                    + output.format(),
                            "choose one of text, json");
            }
        });
    }

    /** Makes the calls of a check. */
    public CheckReport run(CheckSettings settings) {
        ProgressLine line = reporter.progress();
        try (Transport transport = transport(settings)) {
            LiveProcess process = new LiveProcess(environment(), transport, line::show);
            return new CheckRunner(settings, transport, process, environment().secrets()::add).run();
        } finally {
            line.clear();
        }
    }

    /** Makes the calls, writes what came of them in each form, and keeps the run. */
    ExitCode diagnose(RunHead.Kind kind, CheckSettings settings, Pings pings) throws IOException {
        CheckReport report;
        Run run;
        boolean kept = recording.store().isPresent();
        try (Outputs outputs = Outputs.open(reporter)) {
            pings.start();
            report = run(settings);
            run = recording.of(kind, report);
            outputs.write(report.verdict().isWell(), output -> {
                if (kind == RunHead.Kind.PROBE
                        && List.of("text", "html", "markdown").contains(output.format())) {
                    new ProbeBlocks(run, report, kept).write(output);
                } else {
                    Formats.check(report, kept, output);
                }
            });
        }
        reporter.annotate(report.findings(), settings.simulated());
        ExitCode reached = report.verdict().exitCode();
        ExitCode code = recording.store(run, reached);
        pings.end(code);
        // Only the verdict itself has a place in the plugin's scale.
        return code == reached && reporter.isFor("nagios")
                ? PluginStatus.of(report).exitCode()
                : code;
    }
}
