package io.scimdoctor.diagnosis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.catalog.Classification;
import io.scimdoctor.catalog.Due;
import io.scimdoctor.catalog.Observation;
import io.scimdoctor.catalog.TokenFact;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.finding.Evidence;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Resource;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.ErrorBody;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import io.scimdoctor.scim.Shape;
import io.scimdoctor.token.Claims;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what a finding rests on, masked for output: what the answer says, who gave it, and the ids for support. */
record Proof(Observation seen, TokenEvidence token, List<Evidence> evidence) {
    private static final String GUID = "([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})";
    /** What the sentences of Microsoft call by its id. */
    private static final LatePattern ANY = LatePattern.of("\\b" + GUID + "\\b");

    private static final LatePattern OBJECT = LatePattern.of("\\b[Rr]esource '" + GUID + "'");
    private static final LatePattern TENANT = LatePattern.of("\\b(?:[Tt]enant(?:Id:)?|directory) '?" + GUID);
    private static final LatePattern APPLICATION =
            LatePattern.of("\\b[Aa]pp(?:lication)?(?: with (?:identifier|ID))? '?" + GUID);

    /** Fields of an answer that say something of their own, each with what it is called here. */
    private static final String[] SAID = Resource.text(Proof.class, "said.txt").split("\n");

    /** The content codings that are undone; one that nobody asked for stays. */
    private static final Set<String> READ = Set.of("gzip", "x-gzip", "deflate", "identity");

    List<Evidence> evidence(Classification classification) {
        if (seen.exchange().outcome() instanceof Unanswered unanswered) {
            add("fault", unanswered.detail());
        }
        Trace route = seen.exchange().trace();
        add("proxy", route.proxy());
        add("address", route.address());
        add("certificate issuer", route.tlsIssuer());
        Answered answer = seen.answer();
        if (answer != null) {
            said(answer);
            request();
            String id = classification.condition().id();
            token(id);
            objects(seen.body().message());
            String words = seen.lowerMessage();
            boolean other = words.contains("conditional access") || words.contains("tenant");
            boolean permitted = other || token.has(TokenFact.ROLES_SUFFICIENT);
            add("user name", id.equals("duplicate-value") ? userName() : null);
            add("permission", id.equals("access-denied") && permitted ? "not what is missing" : null);
            evidence.addAll(Roles.evidence(id, seen.request(), token.roles()));
            ids(answer.headers());
        }
        return evidence;
    }

    private String userName() {
        String body = Objects.requireNonNullElse(seen.request().body(), "");
        return Json.readLeniently(body).node().path("userName").asText("");
    }

    private void said(Answered answer) {
        ErrorBody body = seen.body();
        Due due = seen.due();
        if (due != null && due.came() != null) {
            evidence.add(new Evidence("came instead", due.came()));
        }
        add("answered by", seen.responder().slug());
        String coding = answer.headers().first("content-encoding").orElse("");
        boolean readable =
                coding.isEmpty() || READ.contains(coding.toLowerCase(Locale.ROOT)) || body.shape() != Shape.TEXT;
        add("code", String.join(", ", body.codes()));
        add(
                "detail",
                readable ? sentence(answer) : "not readable: content coding " + coding + ", which was not asked for");
        Cut cut = Cut.of(seen);
        add("body", cut == null ? null : cut.text());
        for (String named : SAID) {
            String[] field = named.split(" ", 2);
            String value = answer.headers().all(field[0]);
            if (!value.isEmpty()) {
                boolean place = field[0].equals("location");
                evidence.add(new Evidence(field[1], place ? Redactor.toldUrl(value) : Redactor.told(value)));
            }
        }
        for (Headers.Field field : answer.headers().fields()) {
            if (field.name().equalsIgnoreCase("www-authenticate")) {
                challenge(field.value());
            }
        }
    }

    /** What the names of elements say about their content has to be heeded before they are left out. */
    private String sentence(Answered answer) {
        ErrorBody body = seen.body();
        boolean page = body.shape() == Shape.HTML;
        return page ? ErrorBody.parse(Redactor.seen(answer.body())).message() : body.message();
    }

    /**
     * What is asked for, unless it is the usual: any token. The claims challenge tells what a new token must fulfil; it is
     * base64 of a JSON object.
     */
    private void challenge(String header) {
        int at = header.indexOf("claims=\"");
        int end = at < 0 ? -1 : header.indexOf('"', at + 8);
        if (end < 0) {
            boolean bearer = header.regionMatches(true, 0, "bearer", 0, 6);
            int from = bearer ? header.indexOf("error") : 0;
            add("challenge", from < 0 ? null : header.substring(from));
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

    /** The object of the URL; another one, the tenant, and the application without a token, where the sentence names them. */
    private void objects(String sentence) {
        ScimUrl url = seen.url();
        String object = url == null ? null : url.id();
        add("object", object != null && ScimUrl.isGuid(object) ? object : null);
        if (url != null && url.kind() == ResourceKind.GROUPS && object != null) {
            Matcher id = ANY.matcher(String.valueOf(seen.request().body()));
            Set<String> members = id.results().map(MatchResult::group).collect(Collectors.toSet());
            add("member", members.size() == 1 ? members.iterator().next() : null);
        }
        Matcher named = OBJECT.matcher(sentence);
        if (named.find() && !named.group(1).equalsIgnoreCase(object)) {
            add("reference", named.group(1));
        }
        Matcher tenant = TENANT.matcher(sentence);
        Claims known = token.claims();
        add("tenant", tenant.find() ? tenant.group(1) : known == null ? null : known.text("tid"));
        Matcher application = APPLICATION.matcher(sentence);
        if (seen.body().aadsts() != null && application.find()) {
            add("application", application.group(1));
        }
    }

    private void request() {
        Headers sent = seen.request().headers();
        if (!sent.isEmpty()) {
            add("accept sent", sent.first("accept").orElse("none"));
            add("content type sent", sent.first("content-type").orElse(null));
            boolean token = sent.first("authorization").orElse("").strip().indexOf(' ') > 0;
            add("authorization sent", token ? "yes" : null);
        }
    }

    private void token(String id) {
        Claims known = token.claims();
        if (known == null) {
            return;
        }
        add("token is", token.facts().stream().map(TokenFact::slug).sorted().collect(Collectors.joining(", ")));
        add("token issued", known.time("iat"));
        // By the service's clock: then it was another token that was sent.
        boolean other = id.equals("token-expired") && token.outlivesCall();
        add(other ? "token was valid until" : "token expires", known.time("exp"));
        add("token audience", String.join(", ", known.audiences()));
        evidence.addAll(known.whose());
        add("token roles", known.roles().isEmpty() ? "none" : String.join(", ", known.roles()));
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

    private void add(String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            evidence.add(new Evidence(name, Redactor.told(value.toString())));
        }
    }
}
