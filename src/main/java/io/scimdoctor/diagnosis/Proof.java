package io.scimdoctor.diagnosis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.catalog.Classification;
import io.scimdoctor.catalog.Due;
import io.scimdoctor.catalog.Observation;
import io.scimdoctor.catalog.TokenFact;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.json.Json;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.ErrorBody;
import io.scimdoctor.token.Claims;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what a finding rests on, masked for output: what the answer says, who gave it, and the ids for support. */
final class Proof {
    private final Observation seen;
    private final TokenEvidence token;
    private final List<Evidence> evidence = new ArrayList<>();

    Proof(Observation seen, TokenEvidence token) {
        this.seen = seen;
        this.token = token;
    }

    List<Evidence> evidence(Classification classification) {
        if (seen.exchange().outcome() instanceof Unanswered unanswered) {
            add("fault", unanswered.detail());
        }
        route();
        Answered answer = seen.answer();
        if (answer != null) {
            said(answer);
            request();
            token();
            roles(classification.condition().id());
            ids(answer.headers());
        }
        return List.copyOf(evidence);
    }

    private void said(Answered answer) {
        ErrorBody body = seen.body();
        Due due = seen.due();
        if (due != null && due.came() != null) {
            evidence.add(new Evidence("came instead", due.came()));
        }
        add("answered by", seen.responder().slug());
        add("code", String.join(", ", body.codes()));
        add("detail", body.message());
        Cut cut = Cut.of(seen);
        add("body", cut == null ? null : cut.text());
        add("content type", answer.headers().first("content-type").orElse(null));
        add("server", answer.headers().first("server").orElse(null));
        String location = answer.headers().first("location").orElse(null);
        if (location != null) {
            evidence.add(new Evidence("location", Redactor.toldUrl(location)));
        }
        add("retry after", answer.headers().first("retry-after").orElse(null));
        add("throttle scope", answer.headers().first("x-ms-throttle-scope").orElse(null));
        add(
                "throttle reason",
                answer.headers().first("x-ms-throttle-information").orElse(null));
        challenge(answer);
    }

    /** The claims challenge tells what a new token must fulfil; it is base64 of a JSON object. */
    private void challenge(Answered answer) {
        for (Headers.Field field : answer.headers().fields()) {
            if (field.name().equalsIgnoreCase("www-authenticate")) {
                challenge(field.value());
            }
        }
    }

    private void challenge(String header) {
        int at = header.indexOf("claims=\"");
        int end = at < 0 ? -1 : header.indexOf('"', at + 8);
        if (end < 0) {
            return;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(header.substring(at + 8, end));
            JsonNode claims = Json.read(new String(bytes, StandardCharsets.UTF_8));
            List<String> wanted = new ArrayList<>();
            for (var group : claims.properties()) {
                for (var claim : group.getValue().properties()) {
                    wanted.add(group.getKey() + "." + claim.getKey());
                }
            }
            add("challenge asks for", String.join(", ", wanted));
        } catch (IllegalArgumentException | JsonProcessingException e) {
            add("challenge", "present, not readable");
        }
    }

    private void request() {
        String accept = seen.request().headers().first("accept").orElse(null);
        if (!seen.request().headers().isEmpty()) {
            add("accept sent", accept == null ? "none" : accept);
            add(
                    "content type sent",
                    seen.request().headers().first("content-type").orElse(null));
        }
    }

    private void token() {
        Claims known = token.claims();
        if (known == null) {
            return;
        }
        List<String> facts = new ArrayList<>();
        for (TokenFact fact : token.facts()) {
            facts.add(fact.slug());
        }
        Collections.sort(facts);
        add("token is", String.join(", ", facts));
        claims(known);
    }

    private void roles(String condition) {
        for (Evidence item : Roles.evidence(condition, seen.request(), token.roles())) {
            evidence.add(item);
        }
    }

    private void claims(Claims known) {
        Instant expires = known.time("exp");
        Instant issued = known.time("iat");
        add("token issued", issued == null ? null : issued.toString());
        add("token expires", expires == null ? null : expires.toString());
        add("token audience", String.join(", ", known.audiences()));
        add("token tenant", known.text("tid"));
        add("token application", known.application());
        add("token roles", known.roles().isEmpty() ? "none" : String.join(", ", known.roles()));
    }

    private void route() {
        add("proxy", seen.exchange().trace().proxy());
        add("address", seen.exchange().trace().address());
        add("certificate issuer", seen.exchange().trace().tlsIssuer());
    }

    private void ids(Headers headers) {
        ErrorBody body = seen.body();
        add("request id", headers.first("request-id").orElse(body.inner("request-id")));
        add("client request id", headers.first("client-request-id").orElse(body.inner("client-request-id")));
        add("trace id", body.field("trace_id"));
        add("correlation id", body.field("correlation_id"));
        add("server date", headers.first("date").orElse(body.inner("date")));
        String diagnostic = headers.first("x-ms-ags-diagnostic").orElse(null);
        if (diagnostic != null) {
            JsonNode server = Json.readLeniently(diagnostic).node().path("ServerInfo");
            add("data centre", server.path("DataCenter").asText(""));
            add("ring", server.path("Ring").asText(""));
        }
    }

    private void add(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            evidence.add(new Evidence(name, Redactor.told(value)));
        }
    }
}
