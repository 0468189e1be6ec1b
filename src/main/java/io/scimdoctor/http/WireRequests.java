package io.scimdoctor.http;

import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/** Builds what stands on the wire: the fields that were asked for and the few that HTTP needs, nothing else. */
record WireRequests(String userAgent) {
    /** Fields that say how long a message is. They are computed here: a wrong one would split the message. */
    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding");

    private static final String NAME = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    /**
     * Builds the request itself.
     *
     * @throws IllegalArgumentException when method or header fields cannot stand in a request
     */
    ClassicHttpRequest of(SentRequest request, Call call) {
        String method = request.method();
        if (method == null || !method.matches(NAME)) {
            throw new IllegalArgumentException("The request has no valid HTTP method.");
        }
        Target target = call.target;
        ProxyServer forwarder = target.isSecure() ? null : call.proxy;
        String path = forwarder == null ? target.path() : "http://" + target.hostHeader() + target.path();
        // The constructor with two arguments takes its path apart as a URI and loses a leading double slash or a host.
        BasicClassicHttpRequest wire = new BasicClassicHttpRequest(method, null, null, path);
        addUnlessGiven(wire, request.headers(), "Host", target.hostHeader());
        for (Headers.Field field : request.headers().fields()) {
            if (!FRAMING.contains(field.name().toLowerCase(Locale.ROOT))) {
                wire.addHeader(field.name(), checkedValue(field));
            }
        }
        addUnlessGiven(wire, request.headers(), "User-Agent", userAgent);
        addUnlessGiven(wire, request.headers(), "Accept-Encoding", "gzip");
        if (forwarder != null && forwarder.authorization() != null) {
            wire.setHeader("Proxy-Authorization", forwarder.authorization());
        }
        addBody(wire, method, request.body());
        return wire;
    }

    /** Asks the proxy for a tunnel. */
    ClassicHttpRequest tunnel(Call call, ProxyServer proxy) {
        BasicClassicHttpRequest wire = new BasicClassicHttpRequest("CONNECT", null, null, call.target.address());
        wire.addHeader("Host", call.target.address());
        wire.addHeader("User-Agent", userAgent);
        if (proxy.authorization() != null) {
            wire.addHeader("Proxy-Authorization", proxy.authorization());
        }
        return wire;
    }

    private static void addUnlessGiven(BasicClassicHttpRequest wire, Headers given, String name, String value) {
        if (!given.has(name)) {
            wire.addHeader(name, value);
        }
    }

    private static void addBody(BasicClassicHttpRequest wire, String method, @Nullable String body) {
        if (body != null) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            wire.addHeader("Content-Length", String.valueOf(bytes.length));
            wire.setEntity(new ByteArrayEntity(bytes, null));
        } else if (WITH_BODY.contains(method)) {
            // RFC 9110, section 8.6: methods that usually carry a body say so when there is none.
            wire.addHeader("Content-Length", "0");
        }
    }

    private static String checkedValue(Headers.Field field) {
        String value = field.value();
        if (!field.name().matches(NAME) || value.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            throw new IllegalArgumentException(
                    "The header field " + field.name() + " has a name or a value that HTTP does not allow.");
        }
        return value;
    }
}
