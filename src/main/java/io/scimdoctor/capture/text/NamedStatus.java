package io.scimdoctor.capture.text;

import io.scimdoctor.capture.Draft;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a status that .NET writes by its name, such as {@code StatusCode: Forbidden}. */
final class NamedStatus {
    private static final Pattern NAMED = Pattern.compile(
            "\\bStatus ?(?:Code|Description)?+['\"]?\\s{0,20}+[:=]\\s{0,4}+['\"]?([A-Z][A-Za-z]{1,40}+)\\b");

    private NamedStatus() {}

    static int of(String line) {
        Matcher matcher = line.contains("Status") ? NAMED.matcher(line) : null;
        return matcher != null && matcher.find() ? code(matcher.group(1)) : Draft.UNKNOWN;
    }

    private static int code(String name) {
        return switch (name) {
            case "OK" -> 200;
            case "Created" -> 201;
            case "NoContent" -> 204;
            case "BadRequest" -> 400;
            case "Unauthorized" -> 401;
            case "PaymentRequired" -> 402;
            case "Forbidden" -> 403;
            case "NotFound" -> 404;
            case "MethodNotAllowed" -> 405;
            case "NotAcceptable" -> 406;
            case "ProxyAuthenticationRequired" -> 407;
            case "RequestTimeout" -> 408;
            case "Conflict" -> 409;
            case "PreconditionFailed" -> 412;
            case "RequestEntityTooLarge" -> 413;
            case "UnsupportedMediaType" -> 415;
            case "TooManyRequests" -> 429;
            case "InternalServerError" -> 500;
            case "NotImplemented" -> 501;
            case "BadGateway" -> 502;
            case "ServiceUnavailable" -> 503;
            case "GatewayTimeout" -> 504;
            default -> Draft.UNKNOWN;
        };
    }
}
