package io.scimdoctor.cli.live;

import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Nearest;
import io.scimdoctor.simulator.Simulator;
import io.scimdoctor.simulator.SimulatorSettings;
import io.scimdoctor.simulator.scenario.Scenario;
import io.scimdoctor.simulator.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The simulator that a command runs beside itself, or none. */
public record Simulation(@Nullable Simulator simulator) implements AutoCloseable {
    private static final long SEED = 7643;

    /** @throws Stopped for a scenario that does not exist */
    public static Simulation start(Invocation invocation) {
        String name = invocation.text("--simulate");
        if (name == null) {
            return new Simulation(null);
        }
        return new Simulation(Simulator.start(settings(invocation, scenario(name))));
    }

    static SimulatorSettings settings(Invocation invocation, Scenario scenario) {
        return SimulatorSettings.of(scenario, invocation.environment().clock(), SEED);
    }

    public static Scenario scenario(String name) {
        Optional<Scenario> found = Scenarios.find(name);
        if (found.isPresent()) {
            return found.get();
        }
        List<String> names = new ArrayList<>();
        for (Scenario scenario : Scenarios.all()) {
            names.add(scenario.name());
        }
        String near = Nearest.of(name, names);
        throw Stopped.usage(
                "there is no scenario '" + Redactor.typed(name) + "'",
                near == null ? "scimdoctor simulate --list names them" : "did you mean '" + near + "'?");
    }

    @Override
    public void close() {
        if (simulator != null) {
            simulator.close();
        }
    }
}
