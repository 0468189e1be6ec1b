package io.scimdoctor.cli.live;

import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Input;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Output;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.process.SharedOptions;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.check.ScenarioReport;
import io.scimdoctor.simulator.Simulator;
import io.scimdoctor.simulator.SimulatorSettings;
import io.scimdoctor.simulator.scenario.Scenario;
import io.scimdoctor.simulator.scenario.Scenarios;
import io.scimdoctor.token.ClientCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Serves the embedded Entra SCIM API on loopback until it is interrupted. */
public final class SimulateCommand extends Command {
    private static final int LAST_PORT = 65_535;

    public SimulateCommand() {
        super("simulate", "Serve the embedded Entra SCIM API, with faults, on loopback.");
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = SharedOptions.command(this);
        SharedOptions.parameters(spec, "[SCENARIO]", "What goes wrong. Default: healthy.");
        SharedOptions.flag(spec, "List the scenarios.", "--list");
        SharedOptions.value(spec, "N", "Port on 127.0.0.1. Default: a free one.", "--port");
        SharedOptions.value(spec, "SHARE", "Share of failing calls of an intermittent scenario, 0 to 1.", "--rate");
        SharedOptions.value(spec, "DURATION", "How long a slow scenario keeps silent.", "--delay");
        SharedOptions.value(
                spec,
                "FILE",
                "Accept client assertions signed with this certificate: PEM or DER.",
                "--client-certificate");
        SharedOptions.flag(
                spec, "Speak TLS, with an authority of its own that the printed lines make trusted.", "--tls");
        SharedOptions.value(
                spec, "FILE", "Write each request with its answer, masked: a line of JSON each.", "--capture");
        SharedOptions.value(spec, "FILE", "Users and groups of the tenant: JSON, an array, or a line each.", "--seed");
        SharedOptions.output(spec, List.of("text", "short", "json"));
        return spec;
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        if (invocation.flag("--list")) {
            try (Outputs outputs = Outputs.open(invocation)) {
                for (Output output : outputs.list()) {
                    list(output);
                }
            }
            return ExitCode.HEALTHY;
        }
        List<String> names = invocation.parameters();
        if (names.size() > 1) {
            throw Stopped.usage("simulate takes one scenario, not " + names.size(), "start one process for each");
        }
        Scenario scenario = Simulation.scenario(names.isEmpty() ? "healthy" : names.get(0));
        try (Writer capture = capture(invocation);
                Simulator simulator = start(settings(invocation, scenario).withWatcher(log(invocation, capture)));
                SimulatorTrust trust =
                        simulator.trust() == null ? null : new SimulatorTrust(simulator.trust(), simulator.port())) {
            register(simulator, invocation);
            Map<String, String> environment = SimulatorBanner.environment(simulator);
            if (trust != null) {
                environment.putAll(trust.environment());
            }
            Writer out = invocation.environment().out();
            if ("json".equals(Outputs.mainFormat(invocation))) {
                ScenarioReport.running(simulator.scenario(), environment, out);
            } else {
                out.write(SimulatorBanner.text(simulator, environment));
            }
            out.flush();
            invocation.environment().interrupts().await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return invocation.environment().interrupts().code();
    }

    private static @Nullable Writer capture(Invocation invocation) throws IOException {
        String name = invocation.text("--capture");
        if (name == null) {
            return null;
        }
        try {
            return Files.newBufferedWriter(Path.of(name), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw Stopped.usage("--capture: '" + Redactor.fileName(name) + "' exists already", "name a new file");
        } catch (NoSuchFileException | AccessDeniedException | InvalidPathException e) {
            throw Stopped.usage(
                    "--capture: '" + Redactor.fileName(name) + "' cannot be written",
                    "name a file in a folder of yours");
        }
    }

    private static Consumer<Exchange> log(Invocation invocation, @Nullable Writer capture) {
        Writer screen = invocation.flag("--verbose") ? invocation.environment().err() : null;
        return screen == null && capture == null
                ? exchange -> {}
                : new SimulatorLog(screen, capture, invocation.secrets()::addFound);
    }

    private static Simulator start(SimulatorSettings settings) {
        try {
            return Simulator.start(settings);
        } catch (UncheckedIOException e) {
            throw Stopped.noVerdict(
                    "port " + settings.port() + " on 127.0.0.1 cannot be opened", "choose another one with --port");
        }
    }

    private static void register(Simulator simulator, Invocation invocation) throws IOException {
        String name = invocation.text("--client-certificate");
        if (name != null) {
            byte[] file = Input.smallBytes(invocation.environment(), name);
            simulator.register(ClientCertificate.uploaded(file)
                    .orElseThrow(() -> Stopped.usage(
                            "'" + Redactor.fileName(name) + "' holds no certificate in PEM or DER",
                            "name the file that is uploaded to the app registration")));
        }
    }

    private static void list(Output output) throws IOException {
        Writer target = output.writer();
        switch (output.format()) {
            case "json" -> ScenarioReport.json(Scenarios.all(), target);
            case "short" -> {
                for (Scenario scenario : Scenarios.all()) {
                    target.write(scenario.name() + "\n");
                }
            }
            default -> ScenarioReport.text(Scenarios.all(), target, output.style());
        }
    }

    private static SimulatorSettings settings(Invocation invocation, Scenario scenario) throws IOException {
        int port = invocation.number("--port", 0, 0);
        if (port > LAST_PORT) {
            throw Stopped.usage("--port takes a port up to 65535, not " + port, null);
        }
        SimulatorSettings settings =
                Simulation.settings(invocation, scenario).withPort(port).withTls(invocation.flag("--tls"));
        String seed = invocation.text("--seed");
        if (seed != null) {
            settings = settings.withTenant(
                    SimulatorSeed.read(Input.small(invocation.environment(), seed), Redactor.fileName(seed)));
        }
        if (invocation.text("--rate") != null) {
            settings = settings.withIntermittentRate(rate(invocation.text("--rate", "")));
        }
        if (invocation.text("--delay") != null) {
            settings = settings.withFirstByteDelay(invocation.duration("--delay", Duration.ZERO));
        }
        return settings;
    }

    private static double rate(String text) {
        try {
            double rate = Double.parseDouble(text);
            if (rate >= 0 && rate <= 1) {
                return rate;
            }
        } catch (NumberFormatException e) {
            // Said below, together with a number out of range.
        }
        throw Stopped.usage("--rate takes a share from 0 to 1, not '" + Redactor.typed(text) + "'", null);
    }
}
