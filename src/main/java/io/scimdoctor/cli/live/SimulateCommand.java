package io.scimdoctor.cli.live;

import io.scimdoctor.cli.process.Command;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.Outputs;
import io.scimdoctor.cli.process.Reporter;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.finding.Audience;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.input.Input;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.check.ScenarioReport;
import io.scimdoctor.simulator.Simulator;
import io.scimdoctor.simulator.SimulatorSettings;
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
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Serves the embedded Entra SCIM API on loopback until it is interrupted. */
public final class SimulateCommand implements Command {
    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Reporter reporter = invocation.reporter();
        if (invocation.flag("--list")) {
            ScenarioReport report = new ScenarioReport(Scenarios.all(), null);
            return Outputs.write(reporter, report::json, report::names, report::write);
        }
        SimulateOptions options = SimulateOptions.of(invocation);
        Environment environment = reporter.environment();
        try (Writer capture = capture(options.capture());
                Simulator simulator = start(options.settings().withWatcher(log(reporter, capture)));
                SimulatorTrust trust =
                        simulator.trust() == null ? null : new SimulatorTrust(simulator.trust(), simulator.port())) {
            if (options.certificate() != null) {
                register(simulator, options.certificate(), environment.input());
            }
            announce(simulator, trust, reporter);
            environment.interrupts().await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return environment.interrupts().code();
    }

    private static void announce(Simulator simulator, @Nullable SimulatorTrust trust, Reporter reporter)
            throws IOException {
        Map<String, String> variables = SimulatorBanner.environment(simulator);
        if (trust != null) {
            variables.putAll(trust.environment());
        }
        Writer out = reporter.environment().out();
        if (reporter.isFor("json")) {
            new ScenarioReport(List.of(simulator.scenario()), variables).json(out);
        } else {
            out.write(SimulatorBanner.text(simulator, variables));
        }
        out.flush();
    }

    private static @Nullable Writer capture(@Nullable String name) throws IOException {
        if (name == null) {
            return null;
        }
        try {
            return Files.newBufferedWriter(Path.of(name), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw Stopped.usage("--capture: '" + Redactor.seen(name) + "' exists already", "name a new file");
        } catch (NoSuchFileException | AccessDeniedException | InvalidPathException e) {
            throw Stopped.usage(
                    "--capture: '" + Redactor.seen(name) + "' cannot be written", "name a file in a folder of yours");
        }
    }

    private static Consumer<Exchange> log(Reporter reporter, @Nullable Writer capture) {
        Environment environment = reporter.environment();
        Writer screen = reporter.verbose() ? environment.err() : null;
        Audience audience = environment.outgoing().audience();
        return screen == null && capture == null
                ? exchange -> {}
                : new SimulatorLog(screen, audience, capture, environment.secrets()::addFound);
    }

    private static Simulator start(SimulatorSettings settings) {
        try {
            return Simulator.start(settings);
        } catch (UncheckedIOException e) {
            throw Stopped.noVerdict(
                    "port " + settings.port() + " on 127.0.0.1 cannot be opened", "choose another one with --port");
        }
    }

    private static void register(Simulator simulator, String name, Input input) throws IOException {
        simulator
                .assertions()
                .register(ClientCertificate.uploaded(input.smallBytes(name))
                        .orElseThrow(() -> Stopped.usage(
                                "'" + Redactor.seen(name) + "' holds no certificate in PEM or DER",
                                "name the file that is uploaded to the app registration")));
    }
}
