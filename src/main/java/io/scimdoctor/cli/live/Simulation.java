package io.scimdoctor.cli.live;

import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Nearest;
import io.scimdoctor.simulator.SimulatorSettings;
import io.scimdoctor.simulator.scenario.Scenario;
import io.scimdoctor.simulator.scenario.Scenarios;
import java.util.List;

/** Starts the simulator that a command runs beside itself. */
final class Simulation {
    private static final long SEED = 7643;

    private Simulation() {}

    /** @throws Stopped for a scenario that does not exist */
    static SimulatorSettings settings(String name, Environment environment) {
        List<String> names = Scenarios.all().stream().map(Scenario::name).toList();
        Scenario scenario = Scenarios.find(name)
                .orElseThrow(() -> Stopped.usage(
                        "there is no scenario '" + Redactor.seen(name) + "'",
                        Nearest.hint(name, names, "scimdoctor simulate --list names them")));
        return SimulatorSettings.of(scenario, environment.clock(), SEED);
    }
}
