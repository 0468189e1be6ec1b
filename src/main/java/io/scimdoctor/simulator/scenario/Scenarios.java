package io.scimdoctor.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every scenario, by name. */
public final class Scenarios {
    private Scenarios() {}

    /** All of them, the healthy one first. */
    public static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        all.add(new Scenario("healthy", "Everything works", Scenario.Kind.HEALTHY, Behaviour.HEALTHY).leadingTo(null));
        all.addAll(RequestScenarios.all());
        all.addAll(WriteScenarios.all());
        all.addAll(TokenScenarios.all());
        all.addAll(AccessScenarios.all());
        all.addAll(ServiceScenarios.all());
        all.addAll(NetworkScenarios.all());
        return List.copyOf(all);
    }

    /** The scenario of that name, without regard to case. */
    public static Optional<Scenario> find(String name) {
        return all().stream()
                .filter(scenario -> scenario.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
