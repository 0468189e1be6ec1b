package io.scimdoctor.cli;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.report.CheckJson;
import io.scimdoctor.run.ProbeText;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunHead;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Sends one request of the user's choice and diagnoses the answer. */
final class ProbeCommand implements Command {
    @Override
    public String name() {
        return "probe";
    }

    @Override
    public String summary() {
        return "Send one request of your own and diagnose its answer.";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = SharedOptions.command(this);
        ProbeOptions.add(spec);
        CheckOptions.simulate(spec, "Send it to the simulator in this process; simulate --list names the scenarios.");
        CheckOptions.calls(spec);
        SharedOptions.verdict(spec);
        SharedOptions.output(spec, List.of("text", "short", "json"));
        return spec;
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        ProbeOptions options = new ProbeOptions(invocation);
        try (Simulation simulation = Simulation.start(invocation)) {
            CheckSetup setup = new CheckSetup(invocation, simulation.simulator());
            CheckSettings.Scope scope = options.scope(setup.target().baseUrl());
            if (invocation.flag("--dry-run")) {
                return CheckCommand.plan(invocation, setup.settings(scope));
            }
            if (!options.mayBeSent(setup.target().baseUrl())) {
                throw new NoVerdict("nothing was sent", "answer yes, or use --dry-run to look at the request");
            }
            return send(invocation, setup.settings(scope));
        }
    }

    private static ExitCode send(Invocation invocation, CheckSettings settings) throws IOException {
        CheckReport report = CheckCommand.run(invocation, settings);
        Recording recording = new Recording(invocation);
        Run run = recording.of(RunHead.Kind.PROBE, report);
        try (Writer target = Output.open(invocation)) {
            switch (invocation.format()) {
                case "json" ->
                    CheckJson.write(
                            report,
                            target,
                            Version.text(),
                            invocation.outgoing().policy());
                case "short" ->
                    target.write((settings.simulated() ? "SIMULATED " : "") + Target.shortLine(report.verdict()));
                default -> new ProbeText(target, invocation.style(), invocation.flag("--verbose")).write(run, report);
            }
        }
        return recording.store(run, report.complete() ? report.verdict().exitCode() : ExitCode.INTERRUPTED);
    }
}
