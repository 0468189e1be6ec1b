package io.scimdoctor.simulator;

import io.scimdoctor.simulator.scenario.Scenario;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How a simulator behaves.
 *
 * @param port the port on 127.0.0.1; 0 takes a free one
 * @param clock the local clock, from which a scenario may let the server's differ
 * @param seed decides every id and every chance, so that two runs are alike
 * @param intermittentRate the share of failing calls in an intermittent scenario, 0 to 1
 * @param firstByteDelay how long a slow scenario keeps silent
 */
public record SimulatorSettings(
        Scenario scenario, int port, InstantSource clock, long seed, double intermittentRate, Duration firstByteDelay) {
    private static final double DEFAULT_RATE = 0.5;
    private static final Duration DEFAULT_DELAY = Duration.ofMillis(2_500);

    public SimulatorSettings {
        if (intermittentRate < 0 || intermittentRate > 1) {
            throw new IllegalArgumentException("a rate is between 0 and 1, not " + intermittentRate);
        }
    }

    /** A free port and the usual rates. */
    public static SimulatorSettings of(Scenario scenario, InstantSource clock, long seed) {
        return new SimulatorSettings(scenario, 0, clock, seed, DEFAULT_RATE, DEFAULT_DELAY);
    }

    public SimulatorSettings withPort(int newPort) {
        return new SimulatorSettings(scenario, newPort, clock, seed, intermittentRate, firstByteDelay);
    }

    public SimulatorSettings withIntermittentRate(double rate) {
        return new SimulatorSettings(scenario, port, clock, seed, rate, firstByteDelay);
    }

    public SimulatorSettings withFirstByteDelay(Duration delay) {
        return new SimulatorSettings(scenario, port, clock, seed, intermittentRate, delay);
    }
}
