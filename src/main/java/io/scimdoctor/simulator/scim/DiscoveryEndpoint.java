package io.scimdoctor.simulator.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.scimdoctor.exchange.First;
import io.scimdoctor.json.Resource;
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
            return turn.answers().scim(200, ReadEndpoint.list(ListQuery.ALL, all.size(), all.size(), all));
        }
        JsonNode found = First.of(all, one -> one.path("id").asText().equalsIgnoreCase(id));
        return found == null
                ? turn.answers().refuse(Refusal.notFound(turn.url()))
                : turn.answers().scim(200, found);
    }
}
