package io.scimdoctor.cli.live;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** The users and groups of a tenant to be simulated, out of a file. */
final class SimulatorSeed {
    private static final String HINT =
            "write users with userName and groups with displayName: one object, an array, a list, or an object a line";

    private SimulatorSeed() {}

    /**
     * Reads one object after the other; arrays, and lists as the service returns them, are opened.
     *
     * @throws Stopped for anything else, with its number
     */
    static List<ObjectNode> read(String text, String name) throws IOException {
        List<ObjectNode> objects = new ArrayList<>();
        try (JsonParser parser = Json.parser(new StringReader(text))) {
            while (parser.nextToken() != null) {
                add(Json.read(parser), name, objects);
            }
        } catch (JsonProcessingException e) {
            throw Stopped.usage("'" + name + "' is broken JSON behind object " + objects.size(), HINT);
        }
        if (objects.isEmpty()) {
            throw Stopped.usage("'" + name + "' holds no user and no group", HINT);
        }
        return objects;
    }

    private static void add(JsonNode node, String name, List<ObjectNode> objects) {
        JsonNode list = node.isArray() ? node : node.has("Resources") ? node.path("Resources") : node.path("resources");
        if (list.isArray()) {
            list.forEach(element -> add(element, name, objects));
        } else if (node instanceof ObjectNode object && (object.has("userName") || object.has("displayName"))) {
            objects.add(object);
        } else {
            throw Stopped.usage("'" + name + "': object " + (objects.size() + 1) + " is no user and no group", HINT);
        }
    }
}
