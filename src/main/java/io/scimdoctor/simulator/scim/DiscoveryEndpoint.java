package io.scimdoctor.simulator.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.exchange.First;
import io.scimdoctor.json.Resource;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.Schemas;
import io.scimdoctor.server.Reply;
import io.scimdoctor.simulator.wire.Nodes;
import io.scimdoctor.simulator.wire.Refusal;
import io.scimdoctor.simulator.wire.Turn;

/** The service provider configuration, the resource types and the schemas. */
final class DiscoveryEndpoint {
    private static final JsonNode DATA = Resource.json(DiscoveryEndpoint.class, "discovery.json");

    private DiscoveryEndpoint() {}

    static Reply answer(Turn turn) {
        if (turn.url().kind() == ResourceKind.SERVICE_PROVIDER_CONFIG) {
            return turn.answers().scim(200, DATA.path("serviceProviderConfig"));
        }
        ArrayNode all = Nodes.array();
        if (turn.url().kind() == ResourceKind.SCHEMAS) {
            Schemas.load().all().forEach(schema -> all.add(schema.resource()));
        } else {
            DATA.path("resourceTypes").forEach(all::add);
        }
        String id = turn.url().id();
        if (id == null) {
            return turn.answers().scim(200, list(all));
        }
        JsonNode found = First.of(all, one -> one.path("id").asText().equalsIgnoreCase(id));
        return found == null
                ? turn.answers().refuse(Refusal.notFound(turn.url()))
                : turn.answers().scim(200, found);
    }

    /** Lists of discovery spell the key in lower case, as both live sources saw it (2026-08-24 and 2026-08-25). */
    private static ObjectNode list(ArrayNode resources) {
        ObjectNode list = Nodes.object();
        list.set("schemas", Nodes.array(Attributes.LIST_RESPONSE));
        list.put("totalResults", resources.size());
        list.set("resources", resources);
        return list;
    }
}
