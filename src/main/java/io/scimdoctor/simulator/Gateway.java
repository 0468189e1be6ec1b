package io.scimdoctor.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.json.Resource;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.scim.ScimUrl;
import io.scimdoctor.server.Reply;
import io.scimdoctor.simulator.login.OpenIdDocuments;
import io.scimdoctor.simulator.login.TokenEndpoint;
import io.scimdoctor.simulator.login.TokenGate;
import io.scimdoctor.simulator.scenario.Behaviour;
import io.scimdoctor.simulator.scim.ScimService;
import io.scimdoctor.simulator.wire.Chance;
import io.scimdoctor.simulator.wire.Refusal;
import io.scimdoctor.simulator.wire.ServiceAnswers;
import io.scimdoctor.simulator.wire.Turn;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/** Leads each request through the stages of the real route: network, gateway, token check, SCIM service. */
record Gateway(
        SimulatorSettings settings,
        InstantSource clock,
        Chance chance,
        TokenEndpoint tokenEndpoint,
        TokenGate gate,
        ScimService service) {
    /** What each origin of a reply adds to it. */
    private static final JsonNode HEADERS = Resource.json(Gateway.class, "headers.json");

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    Reply answer(SentRequest request) {
        Instant now = clock.instant();
        String requestId = chance.guid();
        ServiceAnswers answers = new ServiceAnswers(
                now, requestId, request.headers().first("client-request-id").orElse(requestId));
        String target = Objects.requireNonNullElse(request.url(), "/");
        // A host in front keeps the path from being read as one relative to the SCIM base.
        ScimUrl url = ScimUrl.parse(target.startsWith("/") ? "http://127.0.0.1" + target : target);
        Turn turn = new Turn(request, url, answers, settings.scheme(), chance);
        Reply reply = dress(route(turn), turn);
        String asked =
                settings.scheme() + "://" + request.headers().first("host").orElse("127.0.0.1") + target;
        SentRequest called = new SentRequest(
                request.method(), target.startsWith("/") ? asked : target, request.headers(), request.body());
        settings.watcher().accept(Exchange.captured(called, reply.outcome(), now));
        return reply;
    }

    private Reply route(Turn turn) {
        String path = turn.url().path();
        if (TokenEndpoint.serves(path)) {
            return tokenEndpoint.answer(turn);
        }
        if (OpenIdDocuments.serves(path)) {
            return OpenIdDocuments.answer(turn);
        }
        return routeToService(turn).by(settings.scenario().behaviour().delivery());
    }

    private Reply routeToService(Turn turn) {
        String path = turn.url().path();
        Behaviour behaviour = settings.scenario().behaviour();
        Reply fromNetwork = behaviour.network().answer(turn);
        if (fromNetwork != null) {
            return fromNetwork;
        }
        if (!isBelowBase(path)) {
            return outside(path, turn);
        }
        String authorization = behaviour.stripsAuthorization()
                ? null
                : turn.request().headers().first("Authorization").orElse(null);
        TokenGate.Admission admission = gate.admit(authorization, turn);
        if (admission.refusal() != null) {
            return admission.refusal();
        }
        Reply fromScenario = behaviour.service().answer(turn);
        return fromScenario == null ? behaviour.drifted(service.answer(turn, admission.roles())) : fromScenario;
    }

    private static boolean isBelowBase(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.equals(Cloud.BASE_PATH) || lower.startsWith(Cloud.BASE_PATH + "/");
    }

    private static Reply outside(String path, Turn turn) {
        String[] segments = path.split("/", -1);
        boolean versioned = segments.length > 2 && (segments[1].equals("v1.0") || segments[1].equals("beta"));
        return turn.answers().refuse(Refusal.of(versioned ? "no-segment" : "no-version", versioned ? segments[2] : ""));
    }

    private static Reply dress(Reply reply, Turn turn) {
        ServiceAnswers answers = turn.answers();
        Reply dressed = reply.headers().has("Date") ? reply : reply.with("Date", HTTP_DATE.format(answers.at()));
        for (JsonNode field : HEADERS.path(reply.origin().slug())) {
            String value = field.path(1)
                    .asText()
                    .replace("{id}", answers.requestId())
                    .replace("{client id}", answers.clientRequestId());
            dressed = dressed.with(field.path(0).asText(), value);
        }
        return dressed;
    }
}
