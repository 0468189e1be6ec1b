package io.scimdoctor.capture.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.json.Patterns;
import io.scimdoctor.json.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Goes through the lines of a script or a document, and takes what sends a request, and the variables that it uses. */
final class RequestScan {
    static final Patterns FORMS = Resource.patterns(RequestScan.class, "scripts.patterns");
    /** What may stand before a command: an assignment of its result, a variable, another command. */
    private static final LatePattern START = LatePattern.of(FORMS.get("START"));

    private static final LatePattern DEFINITION = LatePattern.of(FORMS.get("DEFINITION"));
    private static final LatePattern MEMBER = LatePattern.of(FORMS.get("MEMBER"));
    private static final LatePattern HERE = LatePattern.of("<<-?\\s*['\"]?(\\w+)['\"]?");
    /** What a line that sends a request is likely to name. */
    private static final LatePattern TELLING = LatePattern.of(FORMS.get("TELLING"));

    private final String text;
    private final List<String> lines = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final Names names;
    private final List<RequestText.Placed> found = new ArrayList<>();
    private final List<Integer> leftOut = new ArrayList<>();

    RequestScan(String text) {
        this.text = Texts.withPlainQuotes(text).replace("\r\n", "\n").replace('\r', '\n');
        int start = 0;
        for (String line : this.text.split("\n", -1)) {
            lines.add(line);
            starts.add(start);
            start += line.length() + 1;
        }
        names = new Names(Texts.containsIgnoringCase(text, "invoke-") || Texts.containsIgnoringCase(text, "irm "));
    }

    RequestText.Found read() {
        for (int at = 0; at < lines.size(); ) {
            at = Math.max(at + 1, step(at));
        }
        return new RequestText.Found(found, leftOut);
    }

    /** Deals with what begins on a line; returns the line behind it. */
    private int step(int at) {
        String line = lines.get(at);
        HttpMessage message = HttpMessage.at(lines, at, names);
        if (message != null) {
            found.add(message.sent().placed(at + 1));
            return message.end();
        }
        if (line.isBlank() || HttpMessage.isComment(line) || HttpMessage.define(line, names)) {
            return at + 1;
        }
        int end = powerShell(at);
        end = end > 0 ? end : command(at);
        int start = starts.get(at);
        end = end > 0 ? end : taken(ScriptCall.find(text, start, start + line.length(), names), at);
        end = end > 0 ? end : definition(at);
        if (end <= 0 && TELLING.matcher(line).find()) {
            leftOut.add(at + 1);
        }
        return end > 0 ? end : at + 1;
    }

    private int powerShell(int at) {
        String line = lines.get(at);
        Matcher start = START.matcher(line);
        int begin = start.lookingAt() ? start.end() : 0;
        int space = line.indexOf(' ', begin);
        boolean is = space > 0 && PowerShellCommand.PROGRAMS.contains(Texts.lower(line.substring(begin, space)));
        return is ? taken(PowerShellCommand.read(text, starts.get(at) + begin, names), at) : -1;
    }

    /** Takes what begins on a line; returns the line behind it, or -1 when it is no request. */
    private int taken(@Nullable Sent sent, int at) {
        if (sent == null || !sent.isKnown()) {
            return -1;
        }
        found.add(sent.placed(at + 1));
        return lineBehind(sent.end);
    }

    /** The line behind the one in which a position lies. */
    private int lineBehind(int position) {
        int found = Collections.binarySearch(starts, position);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private int command(int at) {
        int last = CommandLine.lastLine(lines, at);
        String line = CommandLine.join(lines, at, last);
        Sent sent = CommandLine.parse(START.matcher(line).replaceFirst(""), names);
        if (sent == null || !sent.isKnown()) {
            return -1;
        }
        int end = hereDocument(last, line, sent.draft);
        found.add(sent.placed(at + 1));
        return end + 1;
    }

    /** Takes the lines of a here-document for the body that they are; returns the last line of it all. */
    private int hereDocument(int last, String command, Draft draft) {
        Matcher here = HERE.matcher(command);
        if (!"@-".equals(draft.requestBody) || !here.find()) {
            return last;
        }
        for (int end = last + 1; end < lines.size(); end++) {
            if (lines.get(end).strip().equals(here.group(1))) {
                String body = String.join("\n", lines.subList(last + 1, end));
                draft.requestBody = body.isBlank() ? null : body;
                return end;
            }
        }
        return last;
    }

    /** A variable that is given a value, or a member of one. */
    private int definition(int at) {
        Matcher pair = MEMBER.matcher(lines.get(at));
        if (pair.find()) {
            names.put(pair.group(1), pair.group(2), new Literal(text, starts.get(at) + pair.end(), names).value());
            return at + 1;
        }
        Matcher matcher = DEFINITION.matcher(lines.get(at));
        if (!matcher.find()) {
            return -1;
        }
        int start = starts.get(at) + matcher.end();
        String rest = lines.get(at).substring(matcher.end()).strip();
        if (Character.isLetterOrDigit(rest.charAt(0))
                && !rest.matches("(?:[fFrRbBuU]{1,2}[\"']|(?:JSON\\.stringify|json\\.dumps)\\().{0,10000}")) {
            // A shell needs no quotes.
            boolean word = rest.indexOf(' ') < 0
                    && rest.indexOf('(') < 0
                    && lines.get(at).indexOf(" =") < 0;
            if (word) {
                names.put(
                        matcher.group(1),
                        new TextNode(ShellWords.split(rest, names).get(0)));
            }
            return word ? at + 1 : -1;
        }
        Literal literal = new Literal(text, start, names);
        JsonNode value = literal.value();
        literal.skip(false);
        int end = literal.at();
        boolean json = text.startsWith("|", end) && text.startsWith("ConvertTo-Json", end + 2);
        names.put(matcher.group(1), json ? new TextNode(JsonWriter.compactText(value)) : value);
        names.takeUnknown();
        return lineBehind(Math.max(start, end - 1));
    }
}
