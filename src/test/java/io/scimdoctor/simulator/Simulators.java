package io.scimdoctor.simulator;

import io.scimdoctor.simulator.scenario.Scenarios;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Starts simulators with a fixed clock and seed. */
public final class Simulators {
    public static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T10:00:00Z"));

    private Simulators() {}

    public static Simulator start(String scenario) {
        return Simulator.start(settings(scenario));
    }

    public static SimulatorSettings settings(String scenario) {
        return SimulatorSettings.of(Scenarios.find(scenario).orElseThrow(), CLOCK, 42);
    }

    /** One that fails that share of its calls, or keeps silent that long, where its scenario does so. */
    public static Simulator start(String scenario, InstantSource clock, double rate, Duration silence) {
        return Simulator.start(new SimulatorSettings(
                Scenarios.find(scenario).orElseThrow(), 0, clock, 42, rate, silence, false, List.of(), exchange -> {}));
    }
}
