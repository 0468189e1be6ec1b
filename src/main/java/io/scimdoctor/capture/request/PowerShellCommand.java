package io.scimdoctor.capture.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The request of Invoke-RestMethod and the like, with what is splatted into it; it may go over many lines. */
final class PowerShellCommand {
    private final Sent sent;
    private final String text;
    private final Names names;
    private int at;

    private PowerShellCommand(String text, int at, Names names) {
        this.text = text;
        this.at = at;
        this.names = names;
        this.sent = new Sent(names);
    }

    /** Whether a word in lower case is the name of a command that sends requests. */
    static boolean is(String program) {
        return switch (program) {
            case "invoke-restmethod",
                    "invoke-webrequest",
                    "irm",
                    "iwr",
                    "invoke-mggraphrequest",
                    "invoke-graphrequest",
                    "invoke-msgraphrequest" -> true;
            default -> false;
        };
    }

    /** The request of the command that begins at a position; null when an error message merely begins so. */
    static @Nullable Sent read(String text, int start, Names names) {
        int end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        String program = text.substring(start, end).toLowerCase(Locale.ROOT);
        return text.startsWith(" :", end)
                ? null
                : new PowerShellCommand(text, end, names).read(program.endsWith("graphrequest"));
    }

    private @Nullable Sent read(boolean graph) {
        sent.graph(graph);
        for (int last = -1; last != at && more(); ) {
            last = at;
            if (text.charAt(at) == '-' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1))) {
                parameter();
            } else if (text.charAt(at) == '@' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1))) {
                at++;
                splatted(names.value('$' + word()));
            } else {
                JsonNode value = value(names);
                sent.urlUnlessKnown(value.asText());
            }
        }
        sent.endsAt(at);
        sent.methodUnlessKnown("GET");
        return sent;
    }

    /** Goes on to the next word of the same command; false at its end. */
    private boolean more() {
        Literal literal = new Literal(text, at, names);
        literal.skip(false);
        at = literal.at();
        return at < text.length() && "\r\n|;)}#".indexOf(text.charAt(at)) < 0;
    }

    private String word() {
        int start = at;
        while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    /** A word needs no quotes here. */
    private JsonNode value(Names names) {
        if (at < text.length() && Character.isLetter(text.charAt(at))) {
            int start = at;
            while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && text.charAt(at) != ')') {
                at++;
            }
            return new TextNode(text.substring(start, at));
        }
        Literal literal = new Literal(text, at, names);
        JsonNode value = literal.value();
        at = literal.at();
        return value;
    }

    private void parameter() {
        at++;
        String name = word().toLowerCase(Locale.ROOT);
        if (at < text.length() && text.charAt(at) == ':') {
            at++;
        }
        boolean parameter =
                at + 2 < text.length() && text.startsWith(" -", at) && Character.isLetter(text.charAt(at + 2));
        if (!parameter && more()) {
            int holes = names.holes();
            parameter(name, value(isUsed(name) ? names : new Names(true)), names.holes() > holes);
        }
    }

    private static boolean isUsed(String name) {
        return switch (name) {
            case "uri", "method", "custommethod", "headers", "body", "contenttype", "token" -> true;
            default -> false;
        };
    }

    private void splatted(JsonNode table) {
        for (Map.Entry<String, JsonNode> entry : table.properties()) {
            parameter(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue(), false);
        }
        if (!table.isObject()) {
            sent.skips("the parameters");
        }
    }

    private void parameter(String name, JsonNode value, boolean hole) {
        switch (name) {
            case "uri" -> sent.url(value.asText());
            case "method", "custommethod" -> sent.method(value.asText());
            case "headers" -> sent.headers(value);
            case "body" -> sent.body(value, hole);
            case "contenttype" -> sent.header("Content-Type", value.asText());
            case "infile" -> sent.skips("the body");
            case "token" -> sent.header("Authorization", "Bearer " + value.asText());
            default -> {}
        }
    }
}
