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
        Environment environment = invocation.environment();
        SimulatorSettings usual = CheckSetup.simulation(invocation.parameter("scenario", "healthy"), environment);
        String seed = invocation.text("--seed");
        String rate = invocation.text("--rate");
        Duration delay = invocation.duration("--delay");
        SimulatorSettings settings = new SimulatorSettings(
                usual.scenario(),
                invocation.number("--port", 0, 0, Authority.MAX_PORT),
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
