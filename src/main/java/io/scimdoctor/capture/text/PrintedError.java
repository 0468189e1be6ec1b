package io.scimdoctor.capture.text;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.capture.BodyShape;
import io.scimdoctor.capture.Sieve;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.json.Patterns;
import io.scimdoctor.json.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Finds the error of an answer where a client prints it in its own way: {@code Code: … Message: …} of the Graph libraries,
 * a Python dictionary, a JavaScript object, {@code code: message} behind a status.
 */
final class PrintedError {
    private static final int NEAR = 4000;

    static final Patterns FORMS = Resource.patterns(PrintedError.class, "printed.patterns");
    private static final Sieve NAMED = new Sieve(FORMS.get("NAMED"));
    private static final Sieve BARE = new Sieve(FORMS.get("BARE"));
    private static final Sieve ENDED = new Sieve(FORMS.get("ENDED"));
    private static final Sieve COMMAND = new Sieve(FORMS.get("COMMAND"));
    private static final Sieve OAUTH = new Sieve(FORMS.get("OAUTH"));

    /** What Graph's library for .NET says, under a code of the service, when it got no answer. */
    private static final String UNSENT = "An error occurred sending the request";

    private static final Sieve MESSAGE = new Sieve(FORMS.get("MESSAGE"));
    private static final Sieve DETAIL = new Sieve(FORMS.get("DETAIL"));
    private static final Sieve STATUS = new Sieve(FORMS.get("STATUS"));
    private static final Sieve THROWN = new Sieve(FORMS.get("THROWN"));
    private static final Sieve SENTENCE = new Sieve(FORMS.get("SENTENCE"));
    private static final Sieve QUOTED = new Sieve(FORMS.get("QUOTED"));
    static final Sieve FAILING = new Sieve(FORMS.get("FAILING"));

    private PrintedError() {}

    /** The errors of a text as the JSON that the service sends, as far as the text tells it, or as its sentence. */
    static List<PrintedBody> find(String text) {
        List<PrintedBody> found = new ArrayList<>();
        addNamed(found, COMMAND.isIn(text) ? "" : text);
        for (Sieve form : List.of(COMMAND, BARE, OAUTH, ENDED)) {
            Matcher matcher = found.isEmpty() ? form.in(text, 0) : null;
            for (; matcher != null; matcher = form.in(text, matcher.end())) {
                int start = matcher.start(form == COMMAND ? 3 : 0);
                found.add(error(start, matcher.end(), form == OAUTH ? oauth(matcher) : graph(matcher)));
            }
        }
        int scim = found.isEmpty() ? text.indexOf("messages:2.0:Error") : -1;
        if (scim >= 0 && (DETAIL.isIn(text) || STATUS.isIn(text))) {
            found.add(error(scim, scim + 1, scim(text)));
        }
        return found.isEmpty() ? sentences(text) : found;
    }

    /** Adds the errors whose codes stand behind their names; the message of each stands before the next one. */
    private static void addNamed(List<PrintedBody> found, String text) {
        for (Matcher named = NAMED.in(text, 0); named != null; ) {
            int group = named.start(1) >= 0 ? 1 : 2;
            String code = named.group(group);
            // The name stays, so that the line does not look like one that holds a body.
            int start = named.start(group);
            int end = named.end();
            named = NAMED.in(text, end);
            String message = said(MESSAGE, text, end, named == null ? text.length() : named.start());
            if (message == null || !message.startsWith(UNSENT)) {
                found.add(error(start, end, graph(code, message)));
            }
        }
    }

    private static List<PrintedBody> sentences(String text) {
        List<PrintedBody> found = new ArrayList<>();
        // A text that is one sentence of the service needs nobody to say that something failed.
        String before = text.strip().indexOf('\n') < 0 ? "error" : "";
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end).stripTrailing();
            Matcher thrown = THROWN.in(line, 0);
            Matcher told = thrown == null ? SENTENCE.in(line, 0) : thrown;
            boolean led = told != null && isLedTo(line.substring(0, told.start(1)), before);
            told = led ? told : QUOTED.in(line, 0);
            if (told != null && !Described.isIn(line)) {
                found.add(error(
                        start + told.start(1),
                        start + told.end(1),
                        told.group(1).strip()));
            }
            before = line.isBlank() ? before : line;
            start = end + 1;
        }
        return found;
    }

    /** Whether something failed in front of a sentence, or, where that is a word at most, on the line before. */
    private static boolean isLedTo(String lead, String before) {
        boolean alone = lead.strip().indexOf(' ') < 0;
        boolean told = FAILING.isIn(before) || (before.endsWith(":") && !before.contains("returns "));
        return FAILING.isIn(lead) || (alone && told);
    }

    private static PrintedBody error(int start, int end, String text) {
        return new PrintedBody(start, end, text, BodyShape.ERROR);
    }

    /** The value behind a name: a quoted one, or the rest of the line; it ends before the next error. */
    private static String said(Sieve name, String text, int from, int to) {
        int limit = Math.min(to, from + NEAR);
        Matcher matcher = name.in(text.substring(from, limit), 0);
        int start = matcher == null ? limit : from + matcher.end();
        char quote = start < limit ? text.charAt(start) : '\n';
        if (quote == '\'' || quote == '"') {
            String quoted = Texts.quoted(text, start + 1, quote);
            return (quoted == null ? text.substring(start + 1, to) : quoted).strip();
        }
        return text.substring(start, limit).split("\n", 2)[0].strip();
    }

    private static String oauth(Matcher login) {
        String said = "AADSTS" + login.group(2) + ": " + login.group(3).strip();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        return JsonWriter.compactText(root.put("error", login.group(1)).put("error_description", said));
    }

    /** A code, and the message in the last group. */
    private static String graph(Matcher found) {
        String code = found.group(1) != null ? found.group(1) : found.group(2);
        return graph(code, found.group(found.groupCount()).strip());
    }

    private static String graph(String code, String message) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putObject("error").put("code", code).put("message", message);
        return JsonWriter.compactText(root);
    }

    private static String scim(String text) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:Error");
        root.put("detail", said(DETAIL, text, 0, text.length()));
        Matcher status = STATUS.in(text, 0);
        if (status != null) {
            root.put("status", status.group(1));
        }
        return JsonWriter.compactText(root);
    }
}
