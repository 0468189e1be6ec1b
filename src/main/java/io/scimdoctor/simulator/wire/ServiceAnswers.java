package io.scimdoctor.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.server.Reply;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Writes the answers to one request in the shapes of the SCIM service and of Microsoft Graph.
 *
 * @param at when the request was received by the server's clock
 */
public record ServiceAnswers(Instant at, String requestId, String clientRequestId) {
    static final String SCIM_JSON = "application/scim+json; charset=utf-8";

    private static final String CHALLENGE = "Bearer realm=\"\","
            + " authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\","
            + " client_id=\"00000003-0000-0000-c000-000000000000\"";

    /** A resource or a list. */
    public Reply scim(int status, JsonNode body) {
        return Reply.of(Reply.Origin.GRAPH, status, SCIM_JSON, JsonWriter.compactText(body));
    }

    /** A JSON document of the token endpoint. */
    public Reply login(int status, String document) {
        return Reply.of(Reply.Origin.TOKEN_ENDPOINT, status, "application/json; charset=utf-8", document);
    }

    /** An answer without a body. */
    public Reply empty(int status) {
        return new Reply(status, Headers.NONE, "", Reply.Origin.GRAPH, Reply.Delivery.WHOLE);
    }

    public Reply refuse(Refusal refusal) {
        Reply reply = refusal.code() == null ? scimError(refusal) : graphError(refusal);
        return refusal.inferred() ? reply.with("x-scimdoctor-basis", "inferred") : reply;
    }

    /** A 401 with the challenge that Graph adds. */
    public Reply unauthorized(String code, String message) {
        return refuse(Refusal.of(401, code, message)).with("WWW-Authenticate", CHALLENGE);
    }

    private Reply scimError(Refusal refusal) {
        ObjectNode body = Nodes.object();
        body.set("schemas", Nodes.array(Attributes.ERROR));
        body.put("detail", refusal.text()).put("status", Integer.toString(refusal.status()));
        if (refusal.scimType() != null) {
            body.put("scimType", refusal.scimType());
        }
        return scim(refusal.status(), body);
    }

    private Reply graphError(Refusal refusal) {
        ObjectNode body = Nodes.object();
        ObjectNode error = body.putObject("error").put("code", refusal.code()).put("message", refusal.text());
        if (refusal.target() != null) {
            error.putArray("details")
                    .addObject()
                    .put("code", "ObjectConflict")
                    .put("message", refusal.text())
                    .put("target", refusal.target());
        }
        error.putObject("innerError")
                .put("date", at.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ""))
                .put("request-id", requestId)
                .put("client-request-id", clientRequestId);
        return Reply.of(Reply.Origin.GRAPH, refusal.status(), "application/json", JsonWriter.compactText(body));
    }
}
