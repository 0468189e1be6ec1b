package io.scimdoctor.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.simulator.scenario.Scenario;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/**
 * How a simulator behaves.
 *
 * @param port the port on 127.0.0.1; 0 takes a free one
 * @param clock the local clock, from which a scenario may let the server's differ
 * @param seed decides every id and every chance, so that two runs are alike
 * @param intermittentRate the share of failing calls in an intermittent scenario, 0 to 1
 * @param firstByteDelay how long a slow scenario keeps silent
 * @param tls whether it speaks TLS, with a certificate of its own authority
 * @param tenant users and groups instead of the made-up ones, or none
 * @param watcher is told every request with its answer
 */
public record SimulatorSettings(
        Scenario scenario,
        int port,
        InstantSource clock,
        long seed,
        double intermittentRate,
        Duration firstByteDelay,
        boolean tls,
        List<ObjectNode> tenant,
        Consumer<Exchange> watcher) {
    private static final double DEFAULT_RATE = 0.5;
    /** A little longer than the two seconds that a check accepts without a warning. */
    private static final Duration DEFAULT_DELAY = Duration.ofMillis(2_100);

    /** A free port and the usual rates. */
    public static SimulatorSettings of(Scenario scenario, InstantSource clock, long seed) {
        return new SimulatorSettings(
                scenario, 0, clock, seed, DEFAULT_RATE, DEFAULT_DELAY, false, List.of(), exchange -> {});
    }

    public SimulatorSettings withTls(boolean on) {
        return new SimulatorSettings(
                scenario, port, clock, seed, intermittentRate, firstByteDelay, on, tenant, watcher);
    }

    public SimulatorSettings withWatcher(Consumer<Exchange> told) {
        return new SimulatorSettings(scenario, port, clock, seed, intermittentRate, firstByteDelay, tls, tenant, told);
    }

    /** How its addresses begin. */
    public String scheme() {
        return tls ? "https" : "http";
    }
}
