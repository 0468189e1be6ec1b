package io.scimdoctor.simulator.scim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.Filter;
import io.scimdoctor.server.Reply;
import io.scimdoctor.simulator.wire.Nodes;
import io.scimdoctor.simulator.wire.Refusal;
import io.scimdoctor.simulator.wire.Turn;
import java.util.List;

/** Reads one user or group, or a page of them. */
record ReadEndpoint(Directory directory) {
    Reply answer(Turn turn) {
        String id = turn.url().id();
        if (id == null) {
            return page(turn);
        }
        ObjectNode resource = directory.find(turn.url().kind(), id);
        return resource == null
                ? turn.answers().refuse(Refusal.notFound(turn.url()))
                : turn.answers().scim(200, Projection.of(turn.url()).apply(resource));
    }

    private Reply page(Turn turn) {
        ListQuery query = ListQuery.of(turn.url());
        int offset = query.offset();
        if (offset < 0) {
            return turn.answers().refuse(Refusal.of("cursor", ""));
        }
        Filter filter = query.filter();
        FilterEvaluator evaluator = new FilterEvaluator(directory);
        List<ObjectNode> found = directory.all(turn.url().kind()).stream()
                .filter(resource -> filter == null || evaluator.matches(filter, resource))
                .toList();
        int end = Math.min(found.size(), offset + query.pageSize());
        Projection projection = Projection.of(turn.url());
        ArrayNode resources = Nodes.array();
        found.subList(Math.min(offset, end), end).forEach(resource -> resources.add(projection.apply(resource)));
        return turn.answers().scim(200, list(query, found.size(), end, resources));
    }

    /**
     * One page alone says how many there are; the first and later ones of several say where they go on. Lists of discovery
     * spell the key in lower case, too, as both live sources saw it (2026-08-24 and 2026-08-25).
     */
    static ObjectNode list(ListQuery query, int total, int end, ArrayNode resources) {
        ObjectNode list = Nodes.object();
        list.set("schemas", Nodes.array(Attributes.LIST_RESPONSE));
        if (total > query.pageSize()) {
            list.put("itemsPerPage", resources.size());
        } else {
            list.put("totalResults", total);
        }
        if (end < total) {
            list.put("nextCursor", query.cursorAt(end));
        }
        list.set("resources", resources);
        return list;
    }
}
