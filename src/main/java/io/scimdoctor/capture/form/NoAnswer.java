package io.scimdoctor.capture.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.json.Json;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what an input is that holds no answer, and which command takes it. */
public final class NoAnswer {
    private static final int LONGEST = 200_000;
    private static final int FEWEST_LINES = 4;

    /** What a kind of text looks like, and what to say of it. */
    private record Kind(Pattern sign, String sentence) {}

    private static final String REQUESTS = ": requests only; scimdoctor lint request FILE checks those";

    private static final List<Kind> TEXTS = List.of(
            kind(
                    "^(?:Bearer )?eyJ[\\w-]{8,}\\.[\\w-]+\\.[\\w-]*$",
                    "This is a token, not an answer: scimdoctor token inspect FILE"),
            kind("-----BEGIN [A-Z ]*PRIVATE KEY-----", "This is a private key, not an answer; keep it out of captures"),
            kind("-----BEGIN ", "This is a certificate or another PEM file, not an answer"),
            kind("^\\s*(?:openapi|swagger)\\s*:", "This is a description of an API (OpenAPI), not an answer"),
            kind("^meta \\{\\s*$", "This is a Bruno request without a saved response" + REQUESTS),
            kind(
                    "^(?:\\$ )?(?:curl|https?|xh|wget|Invoke-(?:RestMethod|WebRequest|MgGraphRequest)|az rest) ",
                    "This is a request, not an answer: scimdoctor lint request FILE"),
            kind(
                    "^(?:GET|POST|PUT|PATCH|DELETE) (?:https?://|/|\\{\\{)",
                    "This is a request, not an answer: scimdoctor lint request FILE"),
            kind(
                    "(?i)^\\s*(?:select\\s.{0,400}\\sfrom|insert into|update \\w+ set|create table)\\s",
                    "This is SQL, not an answer"),
            kind("(?i)^\\s*<(?:!doctype html|html)", "This is a web page that shows no error of a call"),
            kind("^\\s*<\\?xml|^\\s*<\\w+:?\\w*[ >]", "This is XML, not an answer"));

    private static final Pattern MENTIONED = Pattern.compile("(?<![\\w.$/-])([45]\\d\\d)(?![\\w%]|[.,]\\d)");
    private static final Pattern CODE_LINE = Pattern.compile(
            "^[^\"\\n]{0,300};\\s*$|^\\s*(?:import|package|from \\S+ import|def|class|function|public|private|protected|const|let|var|using|namespace|#include|@\\w+\\(?"
                    + "|try|except|catch|return|elif|else|if \\(?|for \\(?|while|throw|raise|func|require|param\\(|print\\(|console\\.|assert)\\b|^\\s*(?://|/\\*|\\* )");
    private static final Pattern PRINTED = Pattern.compile(
            "^(?:Traceback |Caused by|\\s{1,8}at |< HTTP/|HTTP/\\d|\\d{4}-\\d\\d-\\d\\d[T ]|\\[?\\d\\d:\\d\\d:\\d\\d)");
    private static final Pattern GUIDE = Pattern.compile(
            "(?m)^\\W{0,9}(?:Symptoms?|Resolution|Troubleshoot\\w*|Prerequisites|Next steps|Table of contents|Install(?:ation)?|Usage|License|Getting started|Abstract|Status of This Memo)\\b[^.\\n]{0,60}$|Request for Comments:|Internet Engineering Task Force|<h1>[^<]{0,80}Troubleshoot");

    private NoAnswer() {}

    private static Kind kind(String pattern, String sentence) {
        return new Kind(Pattern.compile(pattern, Pattern.MULTILINE), sentence);
    }

    /** Whether a text is written about calls rather than printed by one: source code, a guide, a specification. */
    static boolean isDocument(String text) {
        String head = text.substring(0, Math.min(text.length(), LONGEST));
        return isSource(head) || isGuide(head);
    }

    private static boolean isSource(String head) {
        int lines = 0;
        int code = 0;
        for (String line : head.split("\r?\n|\r", -1)) {
            if (line.isBlank()) {
                continue;
            }
            if (PRINTED.matcher(line).find()) {
                return false;
            }
            lines++;
            code += CODE_LINE.matcher(line).find() ? 1 : 0;
        }
        return code >= FEWEST_LINES && code * 10 >= lines * 3;
    }

    private static boolean isGuide(String head) {
        Matcher matcher = GUIDE.matcher(head);
        int signs = 0;
        while (matcher.find()) {
            signs += matcher.group().startsWith("<h1>") || matcher.group().startsWith("Request for") ? 2 : 1;
        }
        return signs >= 2;
    }

    /** One sentence about a text that holds no answer, without anything of the text itself but a status. */
    public static String sentence(String text) {
        String head = text.substring(0, Math.min(text.length(), LONGEST)).strip();
        if (head.startsWith("{") || head.startsWith("[")) {
            JsonNode node = Json.readLeniently(head).node();
            if (!node.isEmpty()) {
                return sentence(node);
            }
        }
        if (isSource(head)) {
            return "This is source code, not an answer: give what the program printed";
        }
        if (isGuide(head)) {
            return "This is documentation, not an answer: scimdoctor explain tells of each error";
        }
        for (Kind kind : TEXTS) {
            if (kind.sign().matcher(head).find()) {
                return kind.sentence();
            }
        }
        Matcher mentioned = MENTIONED.matcher(head);
        return mentioned.find()
                ? "This text mentions " + mentioned.group(1)
                        + " but quotes no answer; ask for what the client printed, such as the" + " output of curl -i"
                : "This text holds no answer: no status, no error of a known form, no failure that a client printed";
    }

    /** The same of a JSON document. */
    public static String sentence(JsonNode node) {
        String scim = scim(node);
        if (!scim.isEmpty()) {
            return scim;
        }
        if (node.has("info") && node.has("item")) {
            return "This is a Postman collection without saved responses" + REQUESTS;
        }
        if (node.has("__export_format") || node.path("type").asText().contains("insomnia")) {
            return "This is an Insomnia export without responses" + REQUESTS;
        }
        if (node.has("openapi") || node.has("swagger")) {
            return "This is a description of an API (OpenAPI), not an answer";
        }
        if (node.has("aud") && node.has("iss")) {
            return "These are the claims of a token, not an answer: scimdoctor token inspect FILE";
        }
        if (node.has("method") && node.has("url")) {
            return "This is a request, not an answer: scimdoctor lint request FILE";
        }
        if (node.has("dependencies")
                || node.has("appRoles")
                || node.has("$schema")
                || node.has("requiredResourceAccess")) {
            return "This is a configuration file, not an answer";
        }
        return "This JSON holds no answer: no status, no error of a known form, no failure that a client recorded";
    }

    private static String scim(JsonNode node) {
        for (JsonNode schema : node.path("schemas")) {
            String name = schema.asText();
            if (name.endsWith(":PatchOp")) {
                return "This is a SCIM patch, not an answer: scimdoctor lint patch FILE";
            }
            if (name.endsWith(":core:2.0:User")) {
                return "This is a SCIM user, not an answer: scimdoctor lint user FILE";
            }
            if (name.endsWith(":core:2.0:Group")) {
                return "This is a SCIM group, not an answer: scimdoctor lint group FILE";
            }
            if (name.startsWith("urn:ietf:params:scim:")) {
                return "This is a SCIM document, not an answer";
            }
        }
        return "";
    }
}
