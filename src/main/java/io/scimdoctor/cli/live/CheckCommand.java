package io.scimdoctor.cli.live;

import io.scimdoctor.check.CheckPlanReport;
import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.CheckRunner;
import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Output;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.process.SharedOptions;
import io.scimdoctor.cli.settings.LiveProcess;
import io.scimdoctor.cli.settings.NetworkSetup;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.http.ApacheTransport;
import io.scimdoctor.http.Transport;
import io.scimdoctor.http.TransportSettings;
import io.scimdoctor.report.Formats;
import io.scimdoctor.report.check.PlanJson;
import io.scimdoctor.report.check.PlanText;
import io.scimdoctor.report.format.PluginStatus;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunHead;
import java.io.IOException;
import java.time.Instant;
import picocli.CommandLine.Model.CommandSpec;

/** Diagnoses the way from this machine's configuration to the data, with few and read-only calls. */
public final class CheckCommand extends Command {
    public CheckCommand() {
        super("check", "Diagnose the way from this machine's configuration to the SCIM service.");
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = SharedOptions.command(this);
        CheckOptions.add(spec);
        return spec;
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        try (Simulation simulation = Simulation.start(invocation)) {
            CheckSettings settings = settings(new CheckSetup(invocation, simulation.simulator()));
            if (invocation.flag("--dry-run")) {
                return plan(invocation, settings);
            }
            return check(invocation, settings);
        }
    }

    private static CheckSettings settings(CheckSetup setup) throws IOException {
        return setup.settings(setup.scope());
    }

    public static ExitCode plan(Invocation invocation, CheckSettings settings) throws IOException {
        Instant now = invocation.environment().clock().instant();
        return plan(invocation, CheckPlanReport.of(settings, now));
    }

    public static ExitCode plan(Invocation invocation, CheckPlanReport plan) throws IOException {
        try (Outputs outputs = Outputs.open(invocation)) {
            for (Output output : outputs.list()) {
                switch (output.format()) {
                    case "json" ->
                        PlanJson.write(
                                plan, output.writer(), invocation.outgoing().policy());
                    case "text", "short" -> new PlanText(output.writer(), output.style()).write(plan);
                    default ->
                        throw Stopped.usage(
                                "--dry-run calls nothing and has no result for -o " + output.format(),
                                "choose one of text, json");
                }
            }
        }
        return ExitCode.HEALTHY;
    }

    private static ExitCode check(Invocation invocation, CheckSettings settings) throws IOException {
        CheckReport report;
        Recording recording = new Recording(invocation);
        Run run;
        try (Pings pings = Pings.of(invocation, settings)) {
            try (Outputs outputs = Outputs.open(invocation)) {
                pings.start();
                report = run(invocation, settings);
                run = recording.of(RunHead.Kind.CHECK, report);
                for (Output output : outputs.list()) {
                    Formats.check(output.format()).write(report, output.page(invocation));
                }
            }
            ExitCode code = keep(invocation, report, recording, run);
            pings.end(code);
            return asked(invocation, report, code);
        }
    }

    /** What follows the result: annotations, the record, and the code in the terms of whoever asked. */
    static ExitCode end(Invocation invocation, CheckReport report, Recording recording, Run run) throws IOException {
        return asked(invocation, report, keep(invocation, report, recording, run));
    }

    private static ExitCode keep(Invocation invocation, CheckReport report, Recording recording, Run run)
            throws IOException {
        invocation.annotate(report.findings(), report.settings().simulated());
        return recording.store(run, report.verdict().exitCode());
    }

    /** A monitoring core reads codes of its own. */
    private static ExitCode asked(Invocation invocation, CheckReport report, ExitCode code) {
        boolean monitored = code == report.verdict().exitCode() && "nagios".equals(Outputs.mainFormat(invocation));
        return monitored ? PluginStatus.of(report).exitCode() : code;
    }

    /** Makes the calls. */
    public static CheckReport run(Invocation invocation, CheckSettings settings) {
        TransportSettings network = new NetworkSetup(invocation).settings(settings.target(), settings.simulated());
        try (Transport transport = new ApacheTransport(network);
                CheckProgress progress = new CheckProgress(invocation)) {
            LiveProcess process = new LiveProcess(invocation.environment(), transport, progress);
            return new CheckRunner(settings, transport, process, invocation.secrets()::add).run();
        }
    }
}
