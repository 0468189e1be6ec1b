package io.scimdoctor.capture.text;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.capture.BodyShape;
import io.scimdoctor.capture.Sieve;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.json.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the error of an answer where a client prints it in its own way: {@code Code: … Message: …} of the Graph libraries,
 * a Python dictionary, a JavaScript object, {@code code: message} behind a status.
 */
final class PrintedError {
    private static final int NEAR = 4000;

    /** Graph's own codes; a client's, such as {@code ECONNREFUSED}, tell of no answer. */
    // Node.js puts the word behind it where it names the error's class.
    private static final String CODE = "(" + Resource.anyOf(PrintedError.class, "codes.txt") + ")(?:Error)?+";

    /** Codes that are plain words, too, and count only with a message behind them. */
    private static final String WORD = "(" + Resource.anyOf(PrintedError.class, "words.txt") + ")";

    /** Between a name and its value: a colon, an equals sign, or PHP's arrow, with the quotes and brackets around. */
    private static final String IS =
            "['\"\\]]{0,2}+\\s{0,9}+(?:[:=]>?+)\\s{0,9}+(?:string\\(\\d{1,6}+\\) |u(?=['\"]))?+";

    private static final Sieve NAMED = new Sieve("(?:\\b|[eE]rror)[cC]ode" + IS + "['\"]?+(?:" + CODE + "\\b|" + WORD
            + "\\b(?=['\"]?+[,;\\s]{0,9}+(?:Error )?+\\[?+['\"]?+[mM]essage\\b))");
    private static final Sieve BARE =
            new Sieve("(?:\\b" + CODE + "\\]?+ ?+:|\\(" + CODE + "\\))\\s{1,9}+(?!\\.\\.\\.)([^\\r\\n]{1,4000}+)");
    private static final Sieve ENDED = new Sieve("\\b(?:[eE]rror|failed with)[:=]? {1,2}+" + CODE + "\\b");

    /** What a command of PowerShell for Graph prints: the message, and the code some lines below. */
    private static final Sieve COMMAND =
            new Sieve("(?m)^\\s{0,9}+[A-Z]\\w{1,40}+-(?:Mg|Entra)\\w{1,80}+ ?: (?=[^\\r\\n]{1,2000}+"
                    + "(?:\\R(?![^\\r\\n]{0,60}(?:QualifiedErrorId|ErrorCode))[^\\r\\n]{0,400}+){0,9}+\\R[^\\r\\n]{0,60}?(?:QualifiedErrorId\\s{0,9}+|ErrorCode): "
                    + CODE
                    + "\\b)()([^\\r\\n]{1,2000}+)");

    /**
     * What libraries of the sign-in service print: its error, the number of its message without AADSTS, the message; not one
     * that was found already and left a brace.
     */
    private static final Sieve OAUTH = new Sieve(
            "\\b(invalid_client|invalid_grant|invalid_request|invalid_scope|unauthorized_client|interaction_required|temporarily_unavailable|server_error)"
                    + "[:,] {1,2}+(?:Error\\(s\\): )?+(\\d{5,9}+) - (?!Timestamp: [^{\\r\\n]{0,80}Description: \\{)([^\\r\\n]{1,4000}+)");

    /** What Graph's library for .NET says, under a code of the service, when it got no answer. */
    private static final String UNSENT = "An error occurred sending the request";

    private static final Pattern MESSAGE = Pattern.compile("\\b[mM]essage" + IS);
    private static final Pattern DETAIL = Pattern.compile("\\bdetail" + IS);
    private static final Pattern STATUS = Pattern.compile("\\bstatus" + IS + "['\"]?+(\\d{3})\\b");

    /** The exceptions that libraries for this API and for Graph throw for an answer: what they say is the service's. */
    private static final Sieve THROWN = new Sieve(
            "\\b(?:ODataError|GraphError|GraphServiceException|ServiceException|ScimException|ScimServiceException"
                    + "|scim2[\\w.]{1,80}Exception)(?:: |\\b[^:\\n]{1,40}: )(?!Code: generalE)([A-Z][^\\r\\n]{8,2000})");

    /** The beginnings of the service's own sentences, behind what says that something failed. */
    private static final Sieve SENTENCE =
            new Sieve("(?:^|[:\\].-]\\*{0,2}+ {1,2}+['\"]?+)((?:" + Resource.anyOf(PrintedError.class, "sentences.txt")
                    + ")[^\\r\\n]{0,2000}?)(?=\\s\\([1-5]\\d\\d\\)\\.?$|$)");

    static final Sieve FAILING =
            new Sieve("(?i)fail|error|exception|could not|couldn't|unable|unavailable|denied|refused|rejected");

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
        if (scim >= 0 && (DETAIL.matcher(text).find() || STATUS.matcher(text).find())) {
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
        Matcher alone = text.indexOf('\n') < 0 ? SENTENCE.in(text, 0) : null;
        if (alone != null && alone.start() == 0) {
            return List.of(error(0, text.length(), text.strip()));
        }
        String before = "";
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, end).stripTrailing();
            Matcher thrown = THROWN.in(line, 0);
            Matcher told = thrown == null ? SENTENCE.in(line, 0) : thrown;
            if (told != null && !Described.isIn(line) && isLedTo(line.substring(0, told.start(1)), before)) {
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

    /** Whether something failed in front of a sentence, or, where that is a bullet at most, on the line before. */
    private static boolean isLedTo(String lead, String before) {
        boolean alone = lead.codePoints().noneMatch(Character::isLetterOrDigit);
        boolean told = FAILING.isIn(before) || (before.endsWith(":") && !before.contains("returns "));
        return FAILING.isIn(lead) || (alone && told);
    }

    private static PrintedBody error(int start, int end, String text) {
        return new PrintedBody(start, end, text, BodyShape.ERROR);
    }

    /** The value behind a name: a quoted one, or the rest of the line; it ends before the next error. */
    private static String said(Pattern name, String text, int from, int to) {
        int limit = Math.min(to, from + NEAR);
        Matcher matcher = name.matcher(text).region(from, limit);
        int start = matcher.find() ? matcher.end() : limit;
        char quote = start < limit ? text.charAt(start) : '\n';
        if (quote == '\'' || quote == '"') {
            String quoted = Texts.quoted(text, start + 1, quote);
            return (quoted == null ? text.substring(start + 1, to) : quoted).strip();
        }
        return text.substring(start, limit).split("\n", 2)[0].strip();
    }

    private static String oauth(Matcher login) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("error", login.group(1));
        root.put(
                "error_description",
                "AADSTS" + login.group(2) + ": " + login.group(3).strip());
        return JsonWriter.compactText(root);
    }

    /** A code, and the message behind it if the pattern has groups for one. */
    private static String graph(Matcher found) {
        String code = found.group(1) != null ? found.group(1) : found.group(2);
        return graph(code, found.groupCount() > 1 ? found.group(3).strip() : "");
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
        Matcher status = STATUS.matcher(text);
        if (status.find()) {
            root.put("status", status.group(1));
        }
        return JsonWriter.compactText(root);
    }
}
