package io.scimdoctor.simulator.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.json.Resource;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.Schema;
import io.scimdoctor.scim.Schemas;
import io.scimdoctor.simulator.wire.Reply;
import io.scimdoctor.simulator.wire.Turn;

/** The service provider configuration, the resource types and the schemas. */
final class DiscoveryEndpoint {
    private final Schemas schemas;
    private final JsonNode data = Resource.json(DiscoveryEndpoint.class, "discovery.json");

    DiscoveryEndpoint(Schemas schemas) {
        this.schemas = schemas;
    }

    Reply answer(Turn turn) {
        if (turn.url().kind() == ResourceKind.SERVICE_PROVIDER_CONFIG) {
            return turn.answers().scim(200, data.path("serviceProviderConfig"));
        }
        ArrayNode all = turn.url().kind() == ResourceKind.SCHEMAS ? schemaResources() : resourceTypes();
        String id = turn.url().id();
        if (id == null) {
            return turn.answers().scim(200, list(all));
        }
        for (JsonNode resource : all) {
            if (resource.path("id").asText().equalsIgnoreCase(id)) {
                return turn.answers().scim(200, resource);
            }
        }
        return turn.answers().refuse(RequestRules.notFound(turn.url()));
    }

    private ArrayNode resourceTypes() {
        ArrayNode all = Nodes.array();
        data.path("resourceTypes").forEach(all::add);
        return all;
    }

    private ArrayNode schemaResources() {
        ArrayNode all = Nodes.array();
        for (Schema schema : schemas.all()) {
            all.add(schema.resource());
        }
        return all;
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
