package io.scimdoctor.cli.live;

import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.http.Authority;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.simulator.SimulatorSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code simulate}.
 *
 * @param certificate the file with which client assertions are checked, or null
 * @param capture the file that each request is written to, or null
 */
record SimulateOptions(
        SimulatorSettings settings,
        @Nullable String certificate,
        @Nullable String capture) {

    static SimulateOptions of(Invocation invocation) throws IOException {
        List<String> names = invocation.parameters();
        if (names.size() > 1) {
            throw Stopped.usage("simulate takes one scenario, not " + names.size(), "start one process for each");
        }
        int port = invocation.number("--port", 0, 0);
        if (port > Authority.MAX_PORT) {
            throw Stopped.usage("--port takes a port up to 65535, not " + port, null);
        }
        Environment environment = invocation.environment();
        SimulatorSettings usual = CheckSetup.simulation(names.isEmpty() ? "healthy" : names.get(0), environment);
        String seed = invocation.text("--seed");
        String rate = invocation.text("--rate");
        Duration delay = invocation.duration("--delay");
        SimulatorSettings settings = new SimulatorSettings(
                usual.scenario(),
                port,
                usual.clock(),
                usual.seed(),
                rate == null ? usual.intermittentRate() : rate(rate),
                delay == null ? usual.firstByteDelay() : delay,
                invocation.flag("--tls"),
                seed == null
                        ? List.of()
                        : SimulatorSeed.read(environment.input().small(seed), Redactor.seen(seed)),
                usual.watcher());
        return new SimulateOptions(settings, invocation.text("--client-certificate"), invocation.text("--capture"));
    }

    private static double rate(String text) {
        try {
            double rate = Double.parseDouble(text);
            if (rate >= 0 && rate <= 1) {
                return rate;
            }
        } catch (NumberFormatException e) {
            // Not a number: the error below says what is expected.
        }
        throw Stopped.usage("--rate takes a share from 0 to 1, not '" + Redactor.seen(text) + "'", null);
    }
}
