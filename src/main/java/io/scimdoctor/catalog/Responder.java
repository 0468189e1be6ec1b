package io.scimdoctor.catalog;

import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.exchange.Slugged;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.scim.ErrorBody;
import io.scimdoctor.scim.ScimUrl;
import io.scimdoctor.scim.Shape;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who spoke. It is decided before any rule is matched, because a status means nothing until one knows whose it is. */
public enum Responder implements Slugged {
    SCIM,
    GRAPH,
    TOKEN_ENDPOINT,
    MANAGED_IDENTITY,
    /** Microsoft's own front end, before the API is reached. */
    EDGE,
    /** A proxy, gateway, firewall or captive portal in between. */
    PROXY,
    /** Another API of Microsoft. */
    ANOTHER_API,
    /** The server of another product. */
    ANOTHER_PRODUCT,
    UNKNOWN;

    private static final LatePattern UNREACHED = LatePattern.of(Marks.pattern("UNREACHED"));
    private static final Marks FRONTS = Marks.of("FRONTS");
    private static final Marks EDGE_SERVERS = Marks.of("EDGE_SERVERS");
    private static final Marks EDGE_TEXTS = Marks.of("EDGE_TEXTS");
    private static final Marks ENDPOINT_TEXTS = Marks.of("ENDPOINT_TEXTS");
    private static final Marks ENDPOINT_CLIENTS = Marks.of("ENDPOINT_CLIENTS");
    private static final Marks PROXY_HEADERS = Marks.of("PROXY_HEADERS");
    private static final Marks PROXY_SERVERS = Marks.of("PROXY_SERVERS");

    /** @param named whether the caller has named the host as that of the API */
    static Responder of(Answered answer, ErrorBody body, @Nullable ScimUrl url, boolean named) {
        Headers headers = answer.headers();
        if (isManagedIdentity(answer, body, url)) {
            return MANAGED_IDENTITY;
        }
        boolean login = url != null && Cloud.isLoginHost(OtherServer.host(url)) && !answer.isSuccess();
        // What a proxy says is a page or a text.
        boolean plain = body.shape() == Shape.EMPTY || body.shape() == Shape.JSON || body.shape() == Shape.OAUTH;
        if (isTokenEndpoint(headers, body, url) || (login && plain && answer.status() != 407)) {
            return TOKEN_ENDPOINT;
        }
        if ((answer.status() >= 500 || answer.status() == 0) && isUnreached(answer, body)) {
            return PROXY;
        }
        if (!answer.isSuccess() && answer.status() != 407) {
            boolean general = answer.status() == 401 || answer.status() == 429 || answer.status() >= 500;
            if ((url != null && !general && OtherServer.isMicrosoftApi(url, body)) || OtherServer.isExport(body)) {
                return ANOTHER_API;
            }
            if (OtherServer.isProduct(headers, body, url, named)) {
                return ANOTHER_PRODUCT;
            }
        }
        if (body.shape() == Shape.SCIM || body.shape() == Shape.GRAPH || body.shape() == Shape.ODATA) {
            return body.shape() == Shape.SCIM ? SCIM : GRAPH;
        }
        if (answer.status() == 407 || hasProxyField(headers) || PROXY_SERVERS.isOneIn(headers.all("server"))) {
            return PROXY;
        }
        if (headers.has("request-id") || headers.has("x-ms-ags-diagnostic")) {
            return GRAPH;
        }
        // A gateway of somebody else in front of Graph speaks for itself.
        if (answer.status() > 501 && url != null && !named && OtherServer.isForeign(OtherServer.host(url))) {
            return PROXY;
        }
        return body.shape() == Shape.HTML || body.shape() == Shape.TEXT ? pageOf(answer, body) : UNKNOWN;
    }

    private static boolean isManagedIdentity(Answered answer, ErrorBody body, @Nullable ScimUrl url) {
        if (body.aadsts() != null) {
            // The endpoint only passes on why Microsoft Entra issues no token.
            return false;
        }
        boolean metadataHost = url != null && isIdentityEndpoint(url);
        boolean server = server(answer).startsWith("imds");
        boolean wording = body.shape() == Shape.OAUTH
                && body.json().path("error_codes").isMissingNode()
                && ENDPOINT_TEXTS.isOneIn(body.message().toLowerCase(Locale.ROOT));
        wording |= ENDPOINT_CLIENTS.isOneIn(body.message());
        boolean refusal = body.shape() == Shape.OAUTH || body.shape() == Shape.JSON || !answer.isSuccess();
        // A page comes from a proxy on the way, which should not be there.
        refusal &= body.shape() != Shape.HTML;
        return server || wording || (metadataHost && refusal);
    }

    /** The metadata service of a virtual machine, or what a cluster or an app service offers in its place on loopback. */
    private static boolean isIdentityEndpoint(ScimUrl url) {
        String path = url.path().toLowerCase(Locale.ROOT);
        return "169.254.169.254".equals(url.host())
                || path.contains("/msi/token")
                || path.contains("/metadata/identity/");
    }

    private static boolean isTokenEndpoint(Headers headers, ErrorBody body, @Nullable ScimUrl url) {
        if (headers.has("x-ms-ests-server")) {
            return true;
        }
        return switch (body.shape()) {
            // Errors of an API that a token was sent to (RFC 6750, section 3.1)
            case OAUTH ->
                !body.codes().contains("invalid_token")
                        && !body.codes().contains("insufficient_scope")
                        && (url != null || OtherServer.isOfMicrosoft(body));
            case JSON -> body.json().has("access_token") || body.json().has("token_type") || body.aadsts() != null;
            case HTML, TEXT -> body.aadsts() != null;
            default -> false;
        };
    }

    private static boolean hasProxyField(Headers headers) {
        for (String name : PROXY_HEADERS.words()) {
            if (headers.has(name)) {
                return true;
            }
        }
        return false;
    }

    private static String server(Answered answer) {
        return answer.headers().first("server").orElse("").toLowerCase(Locale.ROOT);
    }

    /** Whether somebody in between fails, or says that its own connection to the service did, in whatever form. */
    private static boolean isUnreached(Answered answer, ErrorBody body) {
        boolean served = answer.headers().has("request-id") || body.inner("request-id") != null;
        // A program in between does not speak SCIM.
        boolean front = answer.status() >= 500 && body.shape() != Shape.SCIM && FRONTS.beginsOne(server(answer));
        return !served && (front || UNREACHED.matcher(body.message()).find());
    }

    /** A page or a bare text without Graph's ids: Microsoft's edge when its signature is there, else something between. */
    private static Responder pageOf(Answered answer, ErrorBody body) {
        String server = server(answer);
        String text = body.message().toLowerCase(Locale.ROOT);
        boolean page = body.shape() == Shape.HTML && text.contains("http error ");
        if (page || answer.headers().has("x-azure-ref") || EDGE_SERVERS.beginsOne(server) || EDGE_TEXTS.isOneIn(text)) {
            return EDGE;
        }
        // A sentence that somebody copied out of an answer says nothing about who sent it.
        return body.shape() == Shape.TEXT && answer.headers().isEmpty() ? UNKNOWN : PROXY;
    }
}
