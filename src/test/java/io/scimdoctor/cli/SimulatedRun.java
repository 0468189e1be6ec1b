package io.scimdoctor.cli;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.cli.live.CallOptions;
import io.scimdoctor.cli.live.CheckSetup;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Interrupts;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Options;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.manual.CommandEntry;
import io.scimdoctor.redact.Outgoing;
import io.scimdoctor.redact.PseudonymTable;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.run.Machine;
import io.scimdoctor.run.Run;
import io.scimdoctor.run.RunHead;
import io.scimdoctor.run.RunRecorder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine;

/** The run of a real check against the simulator. */
public final class SimulatedRun {
    private SimulatedRun() {}

    public static Run of(String scenario) throws IOException {
        CommandLine line = new CommandLine(Options.of(CommandEntry.of("check")));
        Invocation invocation = new Invocation(line.parseArgs("--simulate=" + scenario), environment());
        CallOptions options = CallOptions.of(invocation);
        try (CheckSetup setup = CheckSetup.start(options)) {
            CheckReport report = options.run(setup.diagnosis(invocation));
            return recorder().record(RunHead.Kind.CHECK, report, settings());
        }
    }

    public static RunRecorder recorder() {
        Redaction redaction = new Redaction(new PseudonymTable(), secret -> {});
        List<Evidence> machine = List.of(new Evidence("java", "17.0.15"), new Evidence("system", "Linux 6.1.0 amd64"));
        return new RunRecorder(redaction, new Machine("0.1.0", "2026-11-20", machine));
    }

    private static List<Run.RunSetting> settings() {
        return List.of(
                new Run.RunSetting("tenant", "contoso.onmicrosoft.com", "AZURE_TENANT_ID"),
                new Run.RunSetting("client-secret", null, "--client-secret-file"),
                new Run.RunSetting("proxy", "http://proxy.contoso.example:8080", "HTTPS_PROXY"));
    }

    private static Environment environment() {
        return new Environment(
                Map.of(),
                new StringWriter(),
                new StringWriter(),
                Environment.Terminals.NONE,
                InstantSource.system(),
                new Environment.Source() {
                    @Override
                    public InputStream in() {
                        return new ByteArrayInputStream(new byte[0]);
                    }

                    @Override
                    public String newId() {
                        return UUID.randomUUID().toString();
                    }
                },
                new Interrupts(),
                new Outgoing());
    }
}
