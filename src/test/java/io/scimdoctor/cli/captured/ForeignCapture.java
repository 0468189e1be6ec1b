package io.scimdoctor.cli.captured;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Captures in the shapes of the usual tools, full of secrets and personal values that stand in no other place. */
public final class ForeignCapture {
    private final List<String> planted = new ArrayList<>();
    private int number;

    /** All secrets and personal values that were handed out. */
    public List<String> planted() {
        return planted;
    }

    /** Letters that stand in no other place, and no word. */
    private String unique() {
        int n = number++;
        return "q" + (char) ('a' + n / 676 % 26) + (char) ('a' + n / 26 % 26) + (char) ('a' + n % 26) + "zk";
    }

    private String keep(String secret) {
        planted.add(secret);
        return secret;
    }

    public String key() {
        return keep("aB3~" + unique() + "_kLmNoPqRsTuVw8XyZ.01");
    }

    public String password() {
        return keep("P4ss-" + unique() + "!");
    }

    public String name() {
        String word = unique();
        return keep(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }

    public String mail() {
        String word = unique();
        keep(word);
        return word + ".doe@" + keep("v" + unique()) + ".example";
    }

    private String phone() {
        return keep("+4930" + String.format(Locale.ROOT, "%07d", 1000 + number++ * 37));
    }

    public String token() {
        String payload = "{\"aud\":\"https://graph.microsoft.com\",\"upn\":\"" + mail() + "\",\"name\":\"" + name()
                + "\",\"x\":\"" + key() + "\"}";
        String jwt =
                base64("{\"alg\":\"RS256\",\"nonce\":\"" + key() + "\"}") + "." + base64(payload) + "." + base64(key());
        for (String part : jwt.split("\\.")) {
            keep(part);
        }
        return jwt;
    }

    public static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String json(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r") + "\"";
    }

    public static String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String userBody() {
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"" + mail()
                + "\",\"password\":\"" + password() + "\",\"displayName\":\"" + name() + " " + name()
                + "\",\"name\":{\"givenName\":\"" + name() + "\",\"familyName\":\"" + name() + "\",\"" + name()
                + "\":[{\"" + name() + "\":\"" + key() + "\"}]},\"emails\":[{\"type\":\"work\",\"value\":\"" + mail()
                + "\"},\"" + mail() + "\"],\"phoneNumbers\":[{\"value\":\"" + phone()
                + "\"}],\"addresses\":[{\"streetAddress\":\""
                + name() + " " + name() + "\",\"formatted\":\"" + name() + "\\n" + name() + "\"}],\"externalId\":\""
                + key()
                + "\",\"title\":\"" + name() + "\",\"nickName\":[\"" + name() + "\",[\"" + password() + "\"]],"
                + "\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\":{\"employeeNumber\":\"" + name()
                + "\",\"manager\":{\"displayName\":\"" + name() + "\",\"value\":\"" + name() + "\"}},\"x_" + name()
                + "\":{\"value\":\"" + key() + "\",\"display\":\"" + name() + "\"},\"active\":true}";
    }

    private String patchBody() {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"replace\",\"path\":"
                + json("emails[type eq \"work\" and value eq \"" + mail() + "\"].value") + ",\"value\":\"" + mail()
                + "\"},{\"op\":\"add\",\"value\":{\"password\":\"" + password() + "\",\"name.familyName\":\"" + name()
                + "\"}},{\"op\":\"add\",\"path\":\"" + name() + "\",\"value\":[{\"value\":\"" + key() + "\"},\""
                + name()
                + "\"]},{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"" + name() + "\"}]}";
    }

    private String errorBody() {
        return "{\"error\":{\"code\":\"Authorization_RequestDenied\",\"message\":"
                + json("Insufficient privileges for " + mail() + ", Bearer " + token() + ", password=" + password()
                        + ", password: " + name() + ", phone " + phone() + ", secret \"" + key() + "\"")
                + ",\"innerError\":{\"date\":\"2026-05-02T08:11:04\",\"request-id\":\"33333333-0000-4000-8000-000000000403\",\""
                + name() + "\":\"" + key() + "\"},\"details\":[{\"target\":\"" + name() + "\",\"message\":\"" + name()
                + "\"}]}}";
    }

    private String form() {
        return "grant_type=client_credentials&client_id=5c1d0c70-aaaa-4bbb-8ccc-ddddeeeeffff&client_secret="
                + url(key())
                + "&username=" + url(mail()) + "&password=" + url(password()) + "&" + name() + "=" + url(key())
                + "&client_assertion=" + token();
    }

    private String multipart() {
        return "--b0und4ry" + keep(unique()) + "\r\nContent-Disposition: form-data; name=\"" + name()
                + "\"; filename=\"" + name() + ".csv\"\r\n\r\n" + mail() + ";" + key() + "\r\n--b--\r\n";
    }

    private String address(String path) {
        return "https://" + name() + ":" + url(password()) + "@graph.microsoft.com/rp/scim/" + path + "/" + name()
                + "?filter=" + url("userName eq \"" + mail() + "\" or " + name() + " eq \"" + key() + "\"") + "&sig="
                + url(key()) + "&" + name() + "=" + name() + "&access_token=" + token() + "#id_token=" + token()
                + "&state=" + url(key());
    }

    private Map<String, String> sent() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + token());
        headers.put("Cookie", "ESTSAUTH=" + key() + "; " + name() + "=" + key());
        headers.put("Referer", address("users"));
        headers.put("Origin", "https://" + name() + key().substring(4) + ".example");
        headers.put("User-Agent", "scim-client/1.0 (" + name() + "; " + mail() + ")");
        headers.put("X-" + name(), key());
        headers.put("X-Api-Key", key());
        headers.put("Proxy-Authorization", "Basic " + keep(base64(name() + ":" + password())));
        headers.put("X-Forwarded-For", name());
        headers.put("client-request-id", "22222222-0000-4000-8000-000000000001");
        headers.put("Accept", "application/scim+json; v=" + name());
        return headers;
    }

    private Map<String, String> got() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("request-id", "33333333-0000-4000-8000-000000000403");
        headers.put("Set-Cookie", "fpc=" + key() + "; path=/; domain=" + name() + ".example");
        headers.put("Location", address("users"));
        headers.put("WWW-Authenticate", "Bearer realm=\"" + name() + "\", claims=\"" + token() + "\"");
        headers.put(
                "x-ms-ags-diagnostic", "{\"ServerInfo\":{\"DataCenter\":\"" + name() + "\",\"" + name() + "\":\"1\"}}");
        headers.put("Server", name());
        headers.put("x-" + name(), mail());
        return headers;
    }

    private static String list(Map<String, String> fields) {
        StringBuilder list = new StringBuilder("[");
        fields.forEach((name, value) -> list.append(list.length() == 1 ? "" : ",")
                .append("{\"name\":")
                .append(json(name))
                .append(",\"value\":")
                .append(json(value))
                .append("}"));
        return list.append("]").toString();
    }

    private String cookies() {
        return "[{\"name\":\"" + name() + "\",\"value\":\"" + key() + "\",\"domain\":\"" + name()
                + ".example\",\"httpOnly\":true}]";
    }

    private static String posted(String type, String text, String params) {
        return "{\"mimeType\":\"" + type + "\",\"text\":" + json(text) + params + "}";
    }

    private static String plain(String body) {
        return "{\"size\":9,\"mimeType\":\"application/json\",\"text\":" + json(body) + "}";
    }

    private static String encoded(String body) {
        return "{\"size\":9,\"mimeType\":\"application/json\",\"encoding\":\"base64\",\"text\":\""
                + Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)) + "\"}";
    }

    private String entry(String method, String path, String post, String content, String more) {
        return "{\"startedDateTime\":\"2026-05-02T10:11:04.000+02:00\",\"time\":12.5,\"request\":{\"method\":\""
                + method
                + "\",\"url\":" + json(address(path)) + ",\"httpVersion\":\"HTTP/2\",\"headers\":" + list(sent())
                + ",\"queryString\":[{\"name\":\"" + name() + "\",\"value\":\"" + key() + "\"}],\"cookies\":"
                + cookies()
                + (post.isEmpty() ? "" : ",\"postData\":" + post)
                + ",\"headersSize\":-1,\"bodySize\":1},\"response\":{\"status\":403,\"statusText\":\"" + name()
                + "\",\"httpVersion\":\"h2\",\"headers\":" + list(got()) + ",\"cookies\":" + cookies() + ",\"content\":"
                + content + ",\"redirectURL\":" + json(address("groups"))
                + ",\"headersSize\":-1,\"bodySize\":1},\"cache\":{},\"timings\":{\"send\":0,\"wait\":1,\"receive\":1}"
                + more
                + "}";
    }

    private String har(String creator, String more, String... entries) {
        return "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"" + creator
                + "\",\"version\":\"1\",\"comment\":\"" + name() + "\"}" + more + ",\"entries\":["
                + String.join(",", entries) + "],\"comment\":\"" + mail() + "\"}}";
    }

    /** A capture as the named tool writes it. */
    public String of(String shape) {
        return switch (shape) {
            case "chrome" -> chrome();
            case "firefox" -> firefox();
            case "fiddler" -> fiddler();
            case "postman", "insomnia", "charles" -> postman(shape);
            case "flat" -> flat();
            case "text" -> text();
            case "cut" -> cut();
            default -> throw new IllegalArgumentException(shape);
        };
    }

    private String chrome() {
        return har(
                "WebInspector",
                ",\"pages\":[{\"id\":\"page_1\",\"title\":" + json(address("users")) + "}]",
                entry(
                        "POST",
                        "users",
                        posted("application/scim+json", userBody(), ""),
                        encoded(errorBody()),
                        ",\"_initiator\":{\"type\":\"script\",\"stack\":{\"callFrames\":[{\"url\":"
                                + json(address("users")) + ",\"functionName\":\"" + name()
                                + "\"}]}},\"_priority\":\"High\",\"_resourceType\":\"fetch\",\"serverIPAddress\":\"20.1.2.3\""),
                entry("PATCH", "users", posted("application/json", patchBody(), ""), plain(userBody()), ""));
    }

    private String firefox() {
        return har(
                "Firefox",
                ",\"browser\":{\"name\":\"Firefox\",\"version\":\"" + name()
                        + "\"},\"pages\":[{\"id\":\"page_1\",\"title\":\"" + mail() + "\"}]",
                entry(
                        "POST",
                        "token",
                        posted(
                                "application/x-www-form-urlencoded",
                                form(),
                                ",\"params\":[{\"name\":\"client_secret\",\"value\":\"" + key() + "\"}]"),
                        encoded("{\"access_token\":\"" + token() + "\",\"refresh_token\":\"" + key()
                                + "\",\"token_type\":\"Bearer\"}"),
                        ",\"_securityState\":\"secure\",\"pageref\":\"page_1\",\"serverIPAddress\":\"20.1.2.3\",\"connection\":\"443\""));
    }

    private String fiddler() {
        return har(
                "Fiddler",
                ",\"comment\":\"exported @ " + name() + "\",\"pages\":[]",
                entry(
                        "POST",
                        "Users/.search",
                        posted("multipart/form-data", multipart(), ""),
                        plain("<html><title>" + name() + "</title><body>" + mail() + " <a href='" + address("x")
                                + "'>" + name() + "</a><script>var t='" + token()
                                + "';</script></body></html>"),
                        ",\"comment\":\"[#" + name() + "]\",\"connection\":\"ClientPort:1;EgressPort:2\""));
    }

    private String postman(String shape) {
        return har(
                shape,
                "",
                entry(
                        "PUT",
                        "groups",
                        posted("text/plain", "[" + userBody() + ",[\"" + name() + "\"]]", ""),
                        plain(
                                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],\"totalResults\":1,"
                                        + "\"Resources\":[" + userBody() + "]}"),
                        ",\"comment\":\"" + name() + "\""),
                entry("DELETE", "users", "", plain(""), ""));
    }

    private String flat() {
        return "{\"id\":\"" + key() + "\",\"request\":{\"method\":\"POST\",\"url\":" + json(address("users"))
                + ",\"headers\":" + list(sent()) + ",\"body\":" + userBody() + "},\"status\":403,\"headers\":"
                + list(got()) + ",\"body\":" + errorBody() + "}\n{\"" + name() + "\":" + errorBody() + "}\n";
    }

    private String text() {
        return "$ curl -v -H 'Authorization: Bearer " + token() + "' -d '" + userBody() + "' '" + address("users")
                + "'\n> POST /rp/scim/users?code=" + key()
                + " HTTP/2\n> Host: graph.microsoft.com\n> authorization: Bearer "
                + token() + "\n>\n< HTTP/2 403\n< set-cookie: a=" + key()
                + "\n< request-id: 33333333-0000-4000-8000-000000000403\n<\n"
                + errorBody() + "\n";
    }

    private String cut() {
        String whole = har(
                "x",
                "",
                entry("GET", "users", "", plain(errorBody()), ""),
                entry("POST", "users", posted("a/b", userBody(), ""), plain(errorBody()), ""));
        return whole.substring(0, whole.length() - 900);
    }
}
