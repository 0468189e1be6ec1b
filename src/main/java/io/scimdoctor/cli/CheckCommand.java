package io.scimdoctor.cli;

import io.scimdoctor.check.CheckPlanReport;
import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.CheckRunner;
import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.http.ApacheTransport;
import io.scimdoctor.http.Transport;
import io.scimdoctor.http.TransportSettings;
import io.scimdoctor.report.CheckJson;
import io.scimdoctor.report.CheckText;
import io.scimdoctor.report.PlanJson;
import io.scimdoctor.report.PlanText;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunHead;
import io.scimdoctor.simulator.Simulator;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Diagnoses the way from this machine's configuration to the data, with few and read-only calls. */
final class CheckCommand implements Command {
    @Override
    public String name() {
        return "check";
    }

    @Override
    public String summary() {
        return "Diagnose the way from this machine's configuration to the SCIM service.";
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
            Simulator simulator = simulation.simulator();
            CheckSettings settings = settings(new CheckSetup(invocation, simulator));
            if (invocation.flag("--dry-run")) {
                return plan(invocation, settings);
            }
            return check(invocation, settings, simulator);
        }
    }

    private static CheckSettings settings(CheckSetup setup) throws IOException {
        return setup.settings(setup.scope());
    }

    static ExitCode plan(Invocation invocation, CheckSettings settings) throws IOException {
        CheckPlanReport plan =
                CheckPlanReport.of(settings, invocation.environment().clock().instant());
        try (Writer target = Output.open(invocation)) {
            if (invocation.format().equals("json")) {
                PlanJson.write(
                        plan, target, Version.text(), invocation.outgoing().policy());
            } else {
                new PlanText(target, invocation.style()).write(plan);
            }
        }
        return ExitCode.HEALTHY;
    }

    private static ExitCode check(Invocation invocation, CheckSettings settings, @Nullable Simulator simulator)
            throws IOException {
        CheckReport report = run(invocation, settings);
        Recording recording = new Recording(invocation);
        Run run = recording.of(RunHead.Kind.CHECK, report);
        try (Writer target = Output.open(invocation)) {
            switch (invocation.format()) {
                case "json" ->
                    CheckJson.write(
                            report,
                            target,
                            Version.text(),
                            invocation.outgoing().policy());
                case "short" ->
                    target.write((simulator == null ? "" : "SIMULATED ") + Target.shortLine(report.verdict()));
                default -> new CheckText(target, invocation.style(), invocation.flag("--verbose")).write(report);
            }
        }
        return recording.store(run, report.complete() ? report.verdict().exitCode() : ExitCode.INTERRUPTED);
    }

    /** Makes the calls. */
    static CheckReport run(Invocation invocation, CheckSettings settings) {
        TransportSettings network = new NetworkSetup(invocation).settings(settings.target(), settings.simulated());
        try (Transport transport = new ApacheTransport(network);
                CheckProgress progress = new CheckProgress(invocation, transport)) {
            return new CheckRunner(settings, transport, progress, invocation.secrets()::add).run();
        }
    }
}
