package io.scimdoctor.cli.shell;

import java.util.regex.Pattern;

/** What a text is that somebody pasted or typed at the prompt. */
enum Pasted {
    /** An access token, alone or with what people paste around it. */
    TOKEN,
    /** A curl command without an answer. */
    REQUEST,
    /** An answer or a recording: what {@code classify} reads. */
    ANSWER,
    /** One line that is none of these. */
    LINE;

    private static final Pattern BARE_TOKEN = Pattern.compile(
            "(?is)\\s*(?:authorization:\\s*)?(?:bearer\\s+)?[\"'`]?eyJ[\\w\\s-]+(?:\\.[\\w\\s-]*){1,4}[\"'`]?\\s*");
    private static final Pattern CURL = Pattern.compile("(?s)\\s*(?:[$#>%]\\s*)?curl(?:\\.exe)?\\s.*");
    private static final Pattern STATUS_LINE = Pattern.compile("(?m)^[<\\s]*HTTP/\\d");
    private static final Pattern TOKEN_ANSWER = Pattern.compile("\"access_token\"\\s*:");
    private static final Pattern ANSWER_LINE = Pattern.compile(
            "(?s)\\s*(?:HTTP/\\d|[{\\[<]\\s*[\"{<!/a-zA-Z]|[<>*] (?:HTTP|GET|POST|PATCH|DELETE|PUT)|AADSTS\\d).*");

    static Pasted of(String text) {
        if (BARE_TOKEN.matcher(text).matches() || TOKEN_ANSWER.matcher(text).find()) {
            return TOKEN;
        }
        if (CURL.matcher(text).matches() && !STATUS_LINE.matcher(text).find()) {
            return REQUEST;
        }
        return text.strip().indexOf('\n') >= 0 || ANSWER_LINE.matcher(text).matches() ? ANSWER : LINE;
    }
}
