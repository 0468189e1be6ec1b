package io.scimdoctor.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /** The scenario whose name needs the fewest changes to become the given one. */
    public static Scenario closest(String name) {
        Scenario closest = all().get(0);
        int least = Integer.MAX_VALUE;
        for (Scenario scenario : all()) {
            int distance =
                    distance(name.toLowerCase(Locale.ROOT), scenario.name().toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                closest = scenario;
            }
        }
        return closest;
    }

    /** The number of inserted, deleted and replaced characters between two texts. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
