package io.scimdoctor.capture.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.Resource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says what an input is that holds no answer, and which command takes it. */
public final class NoAnswer {
    private static final int LONGEST = 200_000;
    private static final int FEWEST_LINES = 4;

    private static final LatePattern MENTIONED = LatePattern.of("(?<![\\w.$/-])([45]\\d\\d)(?![\\w%]|[.,]\\d)");
    private static final LatePattern CODE_LINE = LatePattern.of(
            "^[^\"\\n]{0,300};\\s*$|^\\s*\\w+(?:, \\w+)? := |\\)\\s?(?:=> )?\\{\\s*$|^\\s*[})]*\\)[;,)]*\\s*$|^(?:#!|@echo )|\\b(?:do|then)\\s*$|^\\s*(?:(?:fi|done|esac|end|setlocal)\\s*$|set /|exit /b)|^\\s*\\} (?:catch|else)\\b|^\\s*\\$\\w+ = |^\\s*param\\(|\\w\\([^()\\n]{0,200}[\\[{(]\\s*$|^\\s+\\w{1,40}=[^\\s=][^\\n]{0,200}[,{\\[(]\\s*$|^\\s*(?:import|package|from \\S+ import|def|class|function|public|private|protected|const|let|var|using|namespace|#include|@\\w+\\(?"
                    + "|try|except|catch|return|elif|else|if|for \\(?|while|throw|raise|func|defer|require|param\\(|print\\(|console\\.|assert)\\b|^\\s*(?://|/\\*)|^\\s+\\* ");
    private static final LatePattern IMPORT = LatePattern.of(
            "^\\s*(?:import [\\w{*'\"][^\\n]{0,200}[;'\"]|package \\w+(?:[\\w.]*;|\\s*$)|import \\(|using [\\w.]+;|from [\\w.]+ import |#include |(?:const|var|let) [^\\n]{1,80} = require\\()");
    private static final LatePattern DECLARATION = LatePattern.of(
            "^\\s*(?:(?:export|default|public|private|protected|internal|static|final|abstract|sealed|async) )*(?:(?:class|interface|enum|record|struct|func|function|def) \\w|(?:describe|it|test)\\()");
    private static final LatePattern PRINTED = LatePattern.of(
            "^[`\\s]?(?:Traceback |Caused by|At line:|\\s{0,9}\\+ CategoryInfo|Line \\||Stack trace:|Fatal error:|PHP |\\s{1,8}at |\\s{0,9}< HTTP/|HTTP/\\d|\\d{4}-\\d\\d-\\d\\d[T ]|\\[?\\d\\d:\\d\\d:\\d\\d|\\[\\d\\d-[A-Z][a-z]{2}-\\d{4} )");
    /**
     * A sign of a guide, a specification, a command's page, a list of changes; the first group alone is enough, such as the
     * beginning of a browser's network log, which is full of numbers.
     */
    private static final LatePattern GUIDE = LatePattern.of(
            "(?m)(^```mermaid|\\A\\s*(?:openapi|swagger): |\\A\\s*(?:```\\w*\\s*)?(?:sequenceDiagram|@startuml|(?:flowchart|graph) [A-Z]{2}\\b|digraph |\\{\\s*\"(?:constants|openapi|swagger|\\$schema|\\$id)\":|\\{[^\\x00]{0,999}?\"type\":\\s?\"object\")"
                    + "|Request for Comments:|^\\|[^\\n]{0,200}\\| ?(?:Mitigation|Remediation|Resolution|Solution|How to fix)s? ?\\|?\\s*$|<h1>[^<]{0,80}Troubleshoot"
                    + "|^\\| ?\\W{0,3}(?i:Symptom|Error|Problem|Issue|Exception|Fehler|Erreur|Problema|エラー|错误|错误码)[^|\\n]{0,40}\\|[^\\n]{0,200}(?i:\\b(?:Cause|Causa|Reason|Raison|Meaning|Fix|Action|Ursache|Lösung|Soluci|Soluç|Penyebab|Причина)|原因|対処|解决)[^\\n]{0,60}\\|\\s*$)"
                    + "|^#{1,4} (?:Options|Arguments|Examples?|Remarks|Synopsis|Parameters|Flags|See also|Change ?log|Release notes|\\[?Unreleased\\]?)\\s*$"
                    + "|^#{1,4} \\[?v?\\d{1,3}\\.\\d{1,3}\\.\\d{1,4}[^\\n]{0,60}$|Internet Engineering Task Force"
                    + "|^\\W{0,9}(?:S[yií][mn]tom[eias]{0,2}|Symptom(?:es|s)?|Ursache|Causa|Lösung|Auflösung|Res?olu[cçt]i[oó]n|Résolution|Resolução|Risoluzione|Resolution|Troubleshoot\\w*|Prereq\\w*|Known [iI]ssues|Next steps|Table of contents|Install(?:ation)?|Usage|License|Getting started|Abstract|Status of This Memo|What to check|(?:What|Why) (?:it|this)(?: usually)? (?:means|happens)|How to (?:fix|solve|resolve) (?:it|this)|Why it happens|(?:Common|Possible|Likely) (?:causes|errors|issues|problems|(?:failure|error) patterns)|SCIM Troubleshooting|(?:Cause|Solution)[A-Z][a-z]{1,20})\\b[^.\\n]{0,60}$"
                    + "|^\\W{0,9}\\*\\*(?:Cause|Causa|Fix|Solution|Soluci[oó]n|Ursache|Lösung)(?:e?s)?:?\\*\\*"
                    + "|\\b[yY]ou (?:may|might|can|could) (?:receive|see|get|encounter) (?:one|some|any) of the following (?:errors|messages)\\b");

    /** How what scimdoctor itself printed begins: it quotes an answer among steps and links that are none. */
    private static final LatePattern REPORT = LatePattern.of(
            "\\s*+(?:```\\w*+\\s*+)?+(?:(?:FAIL|WARN|UNKNOWN) {2}[^\\n]{1,200}(?:\\n {6}\\S{0,80})?(?:\\[[\\w-]{1,60}]|\\d kinds?)\\s|\\d++ answers?, \\d++ failures?, "
                    + "|(?:SIMULATED )?(?:fail|warn|ok|unknown) [\\w-]{1,60}(?: (?:\\d{3}|-) [a-z-]{1,60} (?:certain|likely|possible|/|\\S+:\\d)|: )|SCIM [A-Z]{2,8} - [^\\n]{1,200} \\[[\\w-]{1,60}]"
                    + "|## (?:FAIL|WARN|UNKNOWN): [^\\n]++\\n++###|<!DOCTYPE html>[^\\x00]{0,700}?<title>(?:FAIL|WARN|UNKNOWN): |<\\?xml[^>]{1,99}>\\s*+<testsuites>\\s*+<testsuite name=\"scimdoctor"
                    + "|[\\w-]{1,60} {2}[^\\n]{1,200}\\nSeen as )");

    private NoAnswer() {}

    /** Whether a text is written about calls rather than printed by one: source code, a guide, a specification, a report. */
    static boolean isDocument(String text) {
        String head = text.substring(0, Math.min(text.length(), LONGEST));
        // Behind a status line stands an answer, whatever its body is.
        return !head.startsWith("HTTP/")
                && (isSource(head) || isGuide(head) || REPORT.matcher(head).lookingAt());
    }

    private static boolean isSource(String head) {
        int lines = 0;
        int code = 0;
        boolean imports = false;
        boolean declares = false;
        for (String line : head.split("\r?\n|\r", -1)) {
            if (line.isBlank()) {
                continue;
            }
            if (PRINTED.matcher(line).find()) {
                return false;
            }
            lines++;
            code += CODE_LINE.matcher(line).find() ? 1 : 0;
            imports |= IMPORT.matcher(line).find();
            declares |= DECLARATION.matcher(line).find();
        }
        // A test holds bodies that are longer than its statements.
        return code >= FEWEST_LINES && (code * 10 >= lines * 3 || (imports && declares));
    }

    private static boolean isGuide(String head) {
        Matcher matcher = GUIDE.matcher(head);
        int signs = 0;
        while (matcher.find()) {
            signs += matcher.group(1) != null ? 2 : 1;
        }
        return signs >= 2;
    }

    /** One sentence about a text that holds no answer, without anything of the text itself but a status. */
    public static String sentence(String text) {
        String head = text.substring(0, Math.min(text.length(), LONGEST)).strip();
        JsonNode node = Json.readLeniently(head).node();
        if (!node.isEmpty()) {
            return sentence(node);
        }
        if (isSource(head)) {
            return "This is source code, not an answer: give what the program printed";
        }
        if (REPORT.matcher(head).lookingAt()) {
            return "This is a report of scimdoctor, not an answer: give the capture that it was made from, or -o json";
        }
        if (isGuide(head)) {
            return "This is documentation, not an answer: scimdoctor explain tells of each error";
        }
        String kind = fitting("texts", head);
        if (!kind.isEmpty()) {
            return kind;
        }
        Matcher mentioned = MENTIONED.matcher(head);
        return mentioned.find()
                ? "This text mentions " + mentioned.group(1)
                        + " but quotes no answer; ask for what the client printed, such as the" + " output of curl -i"
                : "This text holds no answer: no status, no error of a known form, no failure that a client printed";
    }

    /** The same of a JSON document. */
    public static String sentence(JsonNode node) {
        String text = String.join("\n", Json.strings(node.path("schemas")));
        String schema = fitting("schemas", text);
        if (!schema.isEmpty()) {
            return schema;
        }
        for (JsonNode row : Kinds.JSON.path("documents")) {
            for (JsonNode keys : row.path("keys")) {
                if (Stream.of(keys.asText().split(" ")).allMatch(node::has)) {
                    return row.path("sentence").asText();
                }
            }
        }
        return "This JSON holds no answer: no status, no error of a known form, no failure that a client recorded";
    }

    /** What is said of a kind whose pattern occurs in a text; empty when none does. */
    private static String fitting(String kinds, String text) {
        for (JsonNode row : Kinds.JSON.path(kinds)) {
            if (Pattern.compile(row.path("pattern").asText(), Pattern.MULTILINE)
                    .matcher(text)
                    .find()) {
                return row.path("sentence").asText();
            }
        }
        return "";
    }

    /** What documents that hold no answer look like, and what to say of them; read when there is one. */
    private static final class Kinds {
        static final JsonNode JSON = Resource.json(NoAnswer.class, "no-answer.json");
    }
}
