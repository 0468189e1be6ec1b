package io.scimdoctor.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.json.Json;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.scim.ErrorBody;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import io.scimdoctor.scim.Shape;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells servers that are not the one of this API by their hosts, and by how other products form their errors: sources are
 * the error references of Okta, Databricks, SailPoint, Slack, GitHub, Atlassian, AWS IAM Identity Center and Google.
 */
final class OtherServer {
    private static final Marks HEADERS = Marks.of("HEADERS");
    private static final Marks SERVERS = Marks.of("SERVERS");
    private static final Marks FIELDS = Marks.of("FIELDS");
    private static final Marks REFUSALS = Marks.of("REFUSALS");
    private static final Marks EXPORTS = Marks.of("EXPORTS");
    private static final Marks MICROSOFT_APIS = Marks.of("MICROSOFT_APIS");
    private static final Marks MICROSOFT = Marks.of("MICROSOFT");
    private static final Marks MICROSOFT_FIELDS = Marks.of("MICROSOFT_FIELDS");
    private static final Marks URNS = Marks.of("URNS");

    private OtherServer() {}

    /** Whether a product of somebody else answers: its marks tell, or a host that is neither Microsoft's nor this machine. */
    static boolean isProduct(Headers headers, ErrorBody body, @Nullable ScimUrl url, boolean named) {
        return !isGraph(headers, body, url)
                && (hasMark(headers)
                        || hasForm(body)
                        || isWhole(headers, body, named)
                        || (url != null && isElsewhere(url, body, named)));
    }

    private static boolean isElsewhere(ScimUrl url, ErrorBody body, boolean named) {
        String host = host(url);
        // Where a text names no host but this machine, its form still tells: this API has no version behind "scim".
        boolean versioned = (host.isEmpty() || (!named && isLocal(host)))
                && (url.path().toLowerCase(Locale.ROOT) + "/").contains("/scim/v2/");
        return versioned || (!named && (isForeign(host) || isAgent(url, body)));
    }

    /**
     * Whether the URL leads to another API of Microsoft: inbound provisioning and the provisioning service in Graph, another
     * object of Graph, or another service. Users and groups of Graph itself may be meant as those of this API; and what the
     * directory refuses, of whatever of its objects, is refused for the same permissions.
     */
    static boolean isMicrosoftApi(ScimUrl url, ErrorBody body) {
        String host = host(url);
        String path = url.path().toLowerCase(Locale.ROOT);
        if (MICROSOFT_APIS.endsOne(host) || path.contains("/bulkupload") || path.contains("/synchronization/")) {
            return true;
        }
        boolean version = path.startsWith("/v1.0/") || path.startsWith("/beta/");
        if (Cloud.ofGraphHost(host) == null
                || url.kind() != ResourceKind.OUTSIDE
                || !version
                || path.contains("scim")) {
            return false;
        }
        if (body.codes().contains("Authorization_RequestDenied")
                || body.codes().contains("Authentication_MSGraphPermissionMissing")) {
            return !path.matches(
                    "/[^/]++/(?:[\\da-f-]{36}/)?+(?:users|groups|directoryobjects|serviceprincipals|applications)(?:/[^/$]*+)?+/*+");
        }
        boolean directory = path.matches("/[^/]++/(?:users|groups)(?:/[^/$]*+)?+/*+");
        return !directory
                || url.parameters().stream()
                        .anyMatch(parameter -> parameter.name().startsWith("$"));
    }

    /** Whether the provisioning service of Microsoft Entra tells how the server of another product refused. */
    static boolean isExport(ErrorBody body) {
        return body.shape() == Shape.TEXT && EXPORTS.beginsOne(body.message());
    }

    private static boolean isGraph(Headers headers, ErrorBody body, @Nullable ScimUrl url) {
        boolean both = headers.has("request-id") && headers.has("client-request-id");
        return both
                || headers.has("x-ms-ags-diagnostic")
                || body.inner("request-id") != null
                || (url != null
                        && (Cloud.ofGraphHost(host(url)) != null
                                || url.path().toLowerCase(Locale.ROOT).contains("/rp/scim")));
    }

    static boolean isForeign(String host) {
        return !isLocal(host)
                && !Cloud.isLoginHost(host)
                && host.indexOf('.') > 0
                && !MICROSOFT.endsOne("." + host)
                && !host.startsWith("169.254.");
    }

    private static boolean isLocal(String host) {
        return host.startsWith("127.") || host.equals("localhost") || host.equals("[::1]") || host.isEmpty();
    }

    /** Whether something on this machine answers in its own way; what answers as the API does may stand in for it. */
    private static boolean isAgent(ScimUrl url, ErrorBody body) {
        boolean own = body.shape() == Shape.JSON
                || body.shape() == Shape.TEXT
                || (body.shape() == Shape.EMPTY && url.kind() == ResourceKind.OUTSIDE)
                || (body.shape() == Shape.SCIM && url.path().startsWith("/scim"));
        return own && !host(url).isEmpty() && isLocal(host(url));
    }

    private static boolean hasMark(Headers headers) {
        for (Headers.Field field : headers.fields()) {
            String name = field.name().toLowerCase(Locale.ROOT);
            boolean program = name.equals("server") || name.equals("x-powered-by") || name.equals("set-cookie");
            if (HEADERS.beginsOne(name)
                    || (program && SERVERS.isOneIn(field.value().toLowerCase(Locale.ROOT)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the whole head of an answer in the form of an API is there, without the ids that Microsoft puts into each. */
    private static boolean isWhole(Headers headers, ErrorBody body, boolean named) {
        return !named
                && (body.shape() == Shape.SCIM || body.shape() == Shape.JSON)
                && headers.has("date")
                && headers.has("content-type")
                && (headers.has("content-length") || headers.has("transfer-encoding") || headers.has("connection"))
                && !headers.has("request-id")
                && !headers.has("client-request-id");
    }

    /** Whether an error of OAuth bears what Microsoft puts into each: a number, or the ids of the call. */
    static boolean isOfMicrosoft(ErrorBody body) {
        return body.aadsts() != null
                || MICROSOFT_FIELDS.isOneIn(body.message())
                || MICROSOFT_FIELDS.isFieldOf(body.json());
    }

    private static boolean hasForm(ErrorBody body) {
        JsonNode json = body.json().isArray() ? body.json().path(0) : body.json();
        JsonNode error = json.path("error");
        for (String urn : Json.strings(json.path("schemas"))) {
            if (!URNS.beginsOne(urn.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        // What Spring answers itself names the path that was called, and a token endpoint says why.
        boolean login = body.shape() == Shape.OAUTH && !isOfMicrosoft(body);
        // Codes of Microsoft are words, and its scimTypes have letters only.
        return FIELDS.isFieldOf(json)
                || ErrorBody.isFramework(json)
                || login
                || REFUSALS.isOneIn(body.message())
                || error.path("code").isNumber()
                || error.path("detail").isTextual()
                || (json.has("scimType") && !json.path("scimType").asText().matches("\\p{L}*"));
    }

    static String host(ScimUrl url) {
        return url.host() == null ? "" : url.host();
    }
}
