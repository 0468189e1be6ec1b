package io.scimdoctor.capture;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.Json;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the status code of a body that was captured without its head, where the body's own shape fixes it. */
public final class BodyStatus {
    /** {@code <title>502 Bad Gateway</title>} and {@code HTTP Error 400. …}. */
    private static final Pattern HTML =
            Pattern.compile("(?:<title>\\s*+|http error )([1-5]\\d\\d)\\b", Pattern.CASE_INSENSITIVE);

    private BodyStatus() {}

    /** The status code, or 0 when the body leaves it open. */
    public static int guess(String body) {
        String text = body.trim();
        if (text.startsWith("{")) {
            return ofJson(Json.readLeniently(text).node());
        }
        if (text.startsWith("<")) {
            return ofHtml(text);
        }
        return text.contains("AADSTS") ? 400 : Draft.UNKNOWN;
    }

    private static int ofJson(JsonNode root) {
        int own = own(root.path("status"));
        if (own != Draft.UNKNOWN) {
            return own;
        }
        JsonNode error = root.path("error");
        if (error.isObject()) {
            int code = ofGraphCode(error.path("code").asText());
            String page = error.path("message").asText();
            return code != Draft.UNKNOWN ? code : page.startsWith("<") ? ofHtml(page) : own(error.path("status"));
        }
        if (error.isTextual()) {
            boolean login = root.path("error_description").asText().contains("AADSTS");
            return switch (error.textValue()) {
                case "invalid_client" -> 401;
                case "temporarily_unavailable" -> 503;
                default -> login ? 400 : Draft.UNKNOWN;
            };
        }
        return BodyShape.of(root) == BodyShape.SUCCESS ? 200 : Draft.UNKNOWN;
    }

    public static int own(JsonNode status) {
        return status.isTextual() || status.isIntegralNumber()
                ? Texts.leadingStatus(status.asText().trim())
                : Draft.UNKNOWN;
    }

    /** Codes that Graph sends with one status only; {@code UnknownError} and the like come with many. */
    private static int ofGraphCode(String code) {
        return switch (code) {
            case "BadRequest", "Request_BadRequest", "Request_UnsupportedQuery", "invalidRequest" -> 400;
            case "InvalidAuthenticationToken",
                    "Authentication_MissingOrMalformed",
                    "Authorization_IdentityNotFound",
                    "unauthenticated" -> 401;
            case "Authorization_RequestDenied", "accessDenied", "Forbidden", "ErrorAccessDenied" -> 403;
            case "Request_ResourceNotFound", "ResourceNotFound", "itemNotFound", "NotFound", "ErrorItemNotFound" -> 404;
            case "notAcceptable" -> 406;
            case "Directory_ConcurrencyViolation", "Conflict" -> 409;
            case "preconditionFailed" -> 412;
            case "RequestBodyRead" -> 415;
            case "TooManyRequests", "activityLimitReached" -> 429;
            case "InternalServerError", "generalException" -> 500;
            case "BadGateway" -> 502;
            case "ServiceUnavailable", "serviceNotAvailable" -> 503;
            case "GatewayTimeout" -> 504;
            default -> Draft.UNKNOWN;
        };
    }

    private static int ofHtml(String text) {
        String start = text.substring(0, Math.min(text.length(), 8000));
        Matcher status = HTML.matcher(start);
        if (status.find()) {
            return Texts.leadingStatus(status.group(1));
        }
        return Texts.containsIgnoringCase(start, "aadsts") ? 400 : Draft.UNKNOWN;
    }
}
