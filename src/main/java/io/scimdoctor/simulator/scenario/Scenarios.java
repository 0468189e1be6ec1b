package io.scimdoctor.simulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Resource;
import io.scimdoctor.simulator.wire.SampleTenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Every scenario, by name. */
public final class Scenarios {
    private static final Pattern SEEDED = Pattern.compile("\\{((?:user|group)-\\d{1,3})\\}");

    private static final JsonNode TABLE = table();

    private Scenarios() {}

    /** All of them, the healthy one first. */
    public static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        TABLE.path("scenarios").forEach(row -> all.add(Scenario.of(row)));
        return all;
    }

    /** The scenario of that name, without regard to case. */
    public static Optional<Scenario> find(String name) {
        return all().stream()
                .filter(scenario -> scenario.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** A user that the service accepts, to be spoiled in one place. */
    public static ObjectNode newUser() {
        return TABLE.path("newUser").deepCopy();
    }

    /** The table, with the ids of the tenant in the places that name them. */
    private static JsonNode table() {
        String text = Resource.text(Scenarios.class, "scenarios.json")
                .replace("{tenant}", SampleTenant.TENANT_ID)
                .replace("{client}", SampleTenant.CLIENT_ID)
                .replace("{unknown}", SampleTenant.UNKNOWN_ID);
        String named = SEEDED.matcher(text).replaceAll(name -> SampleTenant.idOf(name.group(1)));
        return Json.readLeniently(named).node();
    }
}
