package io.scimdoctor.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.json.Json;
import io.scimdoctor.permission.Need;
import io.scimdoctor.permission.Verdict;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.Schemas;
import io.scimdoctor.scim.ScimUrl;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The SCIM service behind the gateway: applies the general rules in order, then hands over to the resource. */
final class ScimService {
    private final Schemas schemas = Schemas.load();
    private final QueryRules queries = new QueryRules(schemas);
    private final Directory directory = SeedDirectory.create();
    private final DiscoveryEndpoint discovery = new DiscoveryEndpoint(schemas);
    private final ReadEndpoint reading = new ReadEndpoint(directory);
    private final UserEndpoint users = new UserEndpoint(directory, schemas);
    private final GroupEndpoint groups = new GroupEndpoint(directory, schemas);

    Reply answer(Turn turn, Set<String> roles) {
        ScimUrl url = turn.url();
        if (url.kind() == ResourceKind.UNKNOWN || RequestRules.isTooDeep(url)) {
            return turn.answers().empty(404);
        }
        List<String> methods = RequestRules.methods(url);
        if (!methods.contains(turn.method())) {
            return turn.answers().empty(405).with("Allow", String.join(", ", methods));
        }
        Refusal refusal = generalRefusal(turn);
        if (refusal != null) {
            return turn.answers().refuse(refusal);
        }
        return turn.is("POST") || turn.is("PATCH") ? write(turn, roles) : perform(turn, roles, null);
    }

    private @Nullable Refusal generalRefusal(Turn turn) {
        Refusal accept = RequestRules.accept(turn);
        if (accept != null) {
            return accept;
        }
        Refusal id = RequestRules.id(turn.url());
        if (id != null) {
            return id;
        }
        return turn.is("GET") && turn.url().kind().isDirectory() ? queries.check(turn.url()) : null;
    }

    private Reply write(Turn turn, Set<String> roles) {
        Refusal contentType = RequestRules.contentType(turn);
        if (contentType != null) {
            return turn.answers().refuse(contentType);
        }
        ObjectNode body = object(turn.body());
        return body == null ? turn.answers().refuse(RequestRules.unreadable(turn.body())) : perform(turn, roles, body);
    }

    private static @Nullable ObjectNode object(String text) {
        try {
            JsonNode node = Json.read(text);
            return node instanceof ObjectNode object ? object : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private Reply perform(Turn turn, Set<String> roles, @Nullable ObjectNode body) {
        List<Need> needs = Need.of(turn.method(), turn.url(), body);
        if (needs.isEmpty() || needs.stream().anyMatch(need -> need.verdict(roles) == Verdict.DENIED)) {
            return turn.answers().refuse(Refusal.denied());
        }
        if (turn.url().kind().isDiscovery()) {
            return discovery.answer(turn);
        }
        synchronized (directory) {
            if (body == null) {
                return turn.is("DELETE") ? delete(turn) : reading.answer(turn);
            }
            return turn.url().kind() == ResourceKind.USERS ? users.write(turn, body) : groups.write(turn, body);
        }
    }

    private Reply delete(Turn turn) {
        String id = turn.url().id();
        if (id == null || !directory.has(turn.url().kind(), id)) {
            return turn.answers().refuse(RequestRules.notFound(turn.url()));
        }
        if (id.equalsIgnoreCase(SampleTenant.userId(SeedDirectory.ADMINISTRATOR))) {
            return turn.answers().refuse(Refusal.denied());
        }
        directory.remove(turn.url().kind(), id);
        return turn.answers().empty(204);
    }
}
