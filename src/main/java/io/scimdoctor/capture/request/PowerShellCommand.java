package io.scimdoctor.capture.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.exchange.LatePattern;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The request of Invoke-RestMethod and the like, with what is splatted into it; it may go over many lines. */
final class PowerShellCommand {
    /** The names in lower case of commands that send requests. */
    static final Set<String> PROGRAMS = Set.of(("invoke-restmethod invoke-webrequest irm iwr"
                    + " invoke-mggraphrequest invoke-graphrequest invoke-msgraphrequest")
            .split(" "));

    private static final Set<String> USED =
            Set.of("uri", "method", "custommethod", "headers", "body", "contenttype", "token");

    private static final LatePattern PROGRAM = LatePattern.of("\\S*+");
    private static final LatePattern PARAMETER = LatePattern.of("-(?=\\p{L})[\\p{L}\\d]++:?+");
    private static final LatePattern SPLATTED = LatePattern.of("@(?=\\p{L})\\w++");
    /** A word needs no quotes here. */
    private static final LatePattern WORD = LatePattern.of("(?=\\p{L})[^\\s)]++");

    private static final LatePattern END = LatePattern.of("[\\r\\n|;)}#]|\\z");

    private final Sent sent;
    private final Literal literal;
    private final Names names;

    private PowerShellCommand(Literal literal, Names names) {
        this.literal = literal;
        this.names = names;
        this.sent = new Sent(names);
    }

    /** The request of the command that begins at a position; null when an error message merely begins so. */
    static @Nullable Sent read(String text, int start, Names names) {
        Literal literal = new Literal(text, start, names);
        PowerShellCommand command = new PowerShellCommand(literal, names);
        command.sent.added = Texts.lower(literal.take(PROGRAM)).endsWith("graphrequest");
        return text.startsWith(" :", literal.at()) ? null : command.read();
    }

    private Sent read() {
        for (int last = -1; last != literal.at() && more(); ) {
            last = literal.at();
            String parameter = literal.take(PARAMETER);
            String splatted = literal.take(SPLATTED);
            if (!parameter.isEmpty()) {
                parameter(Texts.lower(parameter.replaceAll("\\W", "")));
            } else if (!splatted.isEmpty()) {
                splatted(names.value('$' + splatted.substring(1)));
            } else {
                sent.urlUnlessKnown(value().asText());
            }
        }
        sent.end = literal.at();
        sent.methodUnlessKnown("GET");
        return sent;
    }

    /** Goes on to the next word of the same command; false at its end. */
    private boolean more() {
        literal.skip(false);
        return !literal.isAt(END);
    }

    private JsonNode value() {
        String word = literal.take(WORD);
        return word.isEmpty() ? literal.value() : new TextNode(word);
    }

    private void parameter(String name) {
        if (!more() || literal.isAt(PARAMETER)) {
            return;
        }
        if (USED.contains(name)) {
            int holes = names.holes();
            JsonNode value = value();
            sent.take(name, value, names.holes() > holes);
        } else {
            sent.take(name, new TextNode(""), false);
            literal.passOver();
        }
    }

    private void splatted(JsonNode table) {
        table.properties().forEach(entry -> sent.take(entry.getKey(), entry.getValue(), false));
        if (!table.isObject()) {
            sent.skips("the parameters");
        }
    }
}
