package io.scimdoctor.capture.text;

import io.scimdoctor.capture.Answers;
import io.scimdoctor.capture.BodyShape;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.FaultWords;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.capture.form.CopiedLines;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.request.CommandLine;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.TransportFault;
import io.scimdoctor.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads HTTP messages as they stand on the wire: curl -i, HTTPie, pasted requests and answers, one or several; and what
 * {@code curl -v} prints, with sent lines behind {@code >}, received ones behind {@code <}, and notes behind a star.
 */
public final class Transcript extends LineForm {
    private enum State {
        BETWEEN,
        REQUEST_HEAD,
        REQUEST_BODY,
        ANSWER_HEAD,
        ANSWER_BODY
    }

    private static final int FEWEST_WORDS = 3;
    private static final Pattern FAILURE = Pattern.compile("^curl: \\((\\d{0,3})\\)? ?(.*)");

    /** {@code (22) The requested URL returned error: 400} and {@code (56) CONNECT tunnel failed, response 407}. */
    private static final Pattern TOLD = Pattern.compile("(?:returned error: |response |HTTP code )([1-5]\\d\\d)\\b");

    /** On a terminal curl's last note follows the body on the same line. */
    private static final Pattern LAST_NOTE =
            Pattern.compile("(?<=.)\\* (?:Connection #|[Cc]losing connection|shutting).*");

    private static final Pattern METER = Pattern.compile("^[{}] \\[.*bytes data]$|--:--:--|^  % Total|Dload  Upload");

    private static final Pattern TIMES = Pattern.compile("^Timings:\n(?:\\w{1,20}+: \\d{1,9}+\\s{1,4}+){1,9}+");

    /** How a body begins; what else stands behind a head are a tool's own words. */
    private static final Pattern BODY = Pattern.compile("[{\\[]|<[!?/\\p{L}]|$");

    private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*([-=#*_])\\1\\1+\\s*");

    private final List<Draft> answers = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    /** What stands before an answer: curl's notes, or what somebody wrote, such as the call it belongs to. */
    private final StringBuilder around = new StringBuilder();

    private final boolean verbose;
    private String scheme = "https";
    private State state = State.BETWEEN;
    private @Nullable Draft command;
    private @Nullable Draft request;
    private @Nullable Draft answer;

    /** The form as the list of forms holds it; each text gets a reader of its own. */
    public Transcript() {
        this(false);
    }

    private Transcript(boolean verbose) {
        this.verbose = verbose;
    }

    @Override
    boolean matches(List<String> lines) {
        return CopiedLines.isTranscript(lines);
    }

    @Override
    List<Draft> drafts(List<String> lines, Intake intake) {
        return new Transcript(CopiedLines.isVerbose(lines)).read(lines);
    }

    private List<Draft> read(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean free = verbose ? answer == null : state == State.BETWEEN || state == State.ANSWER_BODY;
            CommandLine.Typed typed = free ? CommandLine.at(lines, i) : null;
            if (typed != null) {
                close();
                request = null;
                command = typed.draft();
                i = typed.last();
            } else if (line.startsWith("curl: (")) {
                failure(line);
            } else if (verbose) {
                marked(LAST_NOTE.matcher(line).replaceFirst(""));
            } else {
                plain(line);
            }
        }
        close();
        unfinished();
        return Answers.finalOnes(answers);
    }

    /** A line of {@code curl -v}. */
    private void marked(String line) {
        String content = line.substring(Math.min(1, line.length())).trim();
        if (line.startsWith("> ") || line.equals(">")) {
            sent(content);
        } else if (line.startsWith("< ") || line.equals("<")) {
            received(content);
        } else if (line.startsWith("* ")) {
            note(line.substring(2));
        } else if (!METER.matcher(line).find()) {
            (answer == null ? around : text).append(line).append('\n');
        }
    }

    private void sent(String line) {
        Draft started = Answers.request(line);
        if (started != null) {
            close();
            request = started;
        } else if (request != null) {
            Answers.header(request.requestHeaders, line);
        }
    }

    private void received(String marked) {
        // Some clients list the fields.
        String line = marked.startsWith("* ") ? marked.substring(2) : marked;
        if (Texts.statusLine(line) != Draft.UNKNOWN) {
            start(line);
        } else if (answer != null && !line.isEmpty() && !Texts.isHeaderLine(line)) {
            // A client's log marks the body like the fields.
            text.append(line).append('\n');
        } else if (answer != null) {
            Answers.header(answer.headers, line);
        }
    }

    private void note(String note) {
        scheme = note.contains(" port 80 ") ? "http" : scheme;
        around.append(note).append('\n');
        if (answer != null && note.startsWith("transfer closed with")) {
            incomplete(answer);
        }
    }

    /** A success whose body did not arrive whole is none; a failure still says what it is. */
    static void incomplete(Draft draft) {
        draft.truncated = true;
        if (draft.status < 300) {
            String id = new Headers(draft.headers)
                    .first("request-id")
                    .map(value -> ", request-id " + value)
                    .orElse("");
            draft.unanswered(
                    TransportFault.TRUNCATED_BODY, "HTTP " + draft.status + ", the transfer ended too early" + id);
            draft.status = Draft.UNKNOWN;
        }
    }

    private void failure(String line) {
        Matcher matcher = FAILURE.matcher(line);
        int code = matcher.find() && !matcher.group(1).isEmpty() ? Integer.parseInt(matcher.group(1)) : 0;
        String message = matcher.group(2);
        if (answer != null && (answer.status >= 200 || answer.fault != null)) {
            if (code == 18 && answer.fault == null) {
                incomplete(answer);
            }
            answer.truncated |= code == 28 || (code == 56 && !text.isEmpty());
            return;
        }
        Draft failed = new Draft();
        call(failed);
        Matcher told = TOLD.matcher(code == 22 || code == 56 ? message : "");
        TransportFault fault = FaultWords.curl(code, message);
        if (told.find()) {
            failed.status = Integer.parseInt(told.group(1));
            // The proxy answered, to a request that curl does not show.
            failed.method = code == 56 ? "CONNECT" : failed.method;
        } else if (fault != null) {
            failed.unanswered(fault, "curl ended with exit code " + code);
        } else {
            failed.body = line;
        }
        answers.add(failed);
    }

    private void plain(String line) {
        // A body need not end with a line feed; the next answer stands right behind it.
        int glued = state == State.ANSWER_BODY ? line.indexOf("HTTP/", 1) : -1;
        Draft started = state == State.ANSWER_HEAD ? null : Answers.request(line);
        if (glued > 0 && "}>]".indexOf(line.charAt(glued - 1)) >= 0 && Texts.statusLine(line.substring(glued)) != 0) {
            text.append(line, 0, glued);
            start(line.substring(glued));
        } else if (Texts.statusLine(line) != Draft.UNKNOWN) {
            start(line);
        } else if (started != null) {
            close();
            request = started;
            command = null;
            state = State.REQUEST_HEAD;
        } else if (state != State.REQUEST_BODY && SEPARATOR.matcher(line).matches()) {
            close();
            if (!answers.isEmpty()) {
                answers.get(answers.size() - 1).interim = false;
            }
            request = null;
            command = null;
        } else if (state == State.ANSWER_BODY && isNextRecord(line)) {
            close();
            around.append(line).append('\n');
        } else {
            add(line);
        }
    }

    /** Whether a line begins the next record of a log, behind a whole body or a head without one. */
    private boolean isNextRecord(String line) {
        if (!Texts.isRecord(line) || Character.isLetter(line.charAt(0))) {
            return false;
        }
        int end = Texts.blankFrom(text, text.length());
        String body = end > 0 && text.charAt(end - 1) == '}' ? text.toString().strip() : "";
        return end == 0 || (body.startsWith("{") && Json.end(body, 0) == body.length());
    }

    private void add(String line) {
        if (state == State.REQUEST_HEAD && request != null) {
            state = line.isBlank() ? State.REQUEST_BODY : state;
            Answers.header(request.requestHeaders, line);
        } else if (state == State.ANSWER_HEAD && line.isBlank()) {
            state = State.ANSWER_BODY;
            text.setLength(0);
        } else if (state == State.ANSWER_HEAD && answer != null) {
            headerOrBody(answer, line);
        } else {
            (state == State.BETWEEN ? around : text).append(line).append('\n');
        }
    }

    /**
     * Pasting loses blank lines; a body that starts right behind the head is recognised by its first character, and a
     * sentence that no field follows is one, too.
     */
    private void headerOrBody(Draft received, String line) {
        char first = line.charAt(0);
        boolean body = first == '{' || first == '<';
        if (body || Texts.isHeaderLine(line)) {
            text.setLength(0);
        }
        if (body
                || (!Texts.isHeaderLine(line) && Character.isLetter(first) && line.split(" ").length >= FEWEST_WORDS)) {
            state = body ? State.ANSWER_BODY : state;
            text.append(line).append('\n');
        } else {
            Answers.header(received.headers, line);
        }
    }

    private void start(String line) {
        Draft next = new Draft();
        call(next);
        Answers.start(next, line);
        // A refused tunnel is the final answer, an opened one is not.
        boolean tunnel = "CONNECT".equals(next.method);
        next.interim = tunnel ? next.status < 300 || next.status == 407 : next.interim;
        answer = next;
        answers.add(next);
        state = State.ANSWER_HEAD;
    }

    /** Ends what came before, and gives the next answer the call it belongs to, as far as something names it. */
    private void call(Draft next) {
        Draft previous = answer;
        close();
        Draft sent = request;
        Draft typed = command;
        if (sent != null) {
            next.requestFrom(sent);
            next.url = sent.url == null ? null : Answers.url(sent.url, sent.requestHeaders, scheme);
            next.requestBody = sent.requestBody == null && typed != null ? typed.requestBody : sent.requestBody;
        } else if (previous != null && previous.interim) {
            next.requestFrom(previous);
        } else if (typed != null) {
            next.requestFrom(typed);
        } else {
            LooseText.namedCall(around.toString(), next);
        }
        around.setLength(0);
        request = null;
        command = verbose ? typed : null;
    }

    /** Leaves out what a tool prints around a body; an error that it prints behind a success is an answer of its own. */
    private void keepBody(Draft received) {
        String rest = TIMES.matcher(received.body).replaceFirst("");
        boolean failed = received.status >= 400;
        int end = rest.startsWith("{") ? Json.end(rest, 0) : -1;
        boolean whole = end > 0 && rest.startsWith("\n", end) && !(failed && rest.indexOf('{', end) > 0);
        received.body = whole ? rest.substring(0, end) : rest;
        boolean words = !BODY.matcher(rest).lookingAt();
        if (!whole && !words) {
            return;
        }
        List<PrintedBody> printed = PrintedBody.find(whole ? rest.substring(end) : rest);
        if (words && !printed.isEmpty()) {
            received.body = printed.remove(0).text();
        }
        printed.removeIf(one -> failed || one.shape() != BodyShape.ERROR);
        for (PrintedBody one : printed) {
            Draft another = new Draft();
            another.body = one.text();
            answers.add(another);
        }
    }

    /**
     * Whether the words behind the head of an answer in JSON are a tool's own, since its body has another length; what line
     * ends there were is not known.
     */
    private static boolean isWordsOfTool(Draft received) {
        Headers headers = new Headers(received.headers);
        Matcher length = DIGITS.matcher(headers.first("content-length").orElse(""));
        int bytes = received.body.getBytes(StandardCharsets.UTF_8).length;
        return headers.all("content-type").contains("json")
                && !headers.has("content-encoding")
                && length.matches()
                && Math.abs(Integer.parseInt(length.group()) - bytes)
                        > 2 + received.body.lines().count()
                && !BODY.matcher(received.body).lookingAt();
    }

    private void close() {
        String body = text.toString().strip();
        if (state == State.REQUEST_BODY && request != null && !body.isEmpty()) {
            request.requestBody = body;
        }
        if (answer != null) {
            answer.body = body;
        }
        if (answer != null && answer.fault == null) {
            WriteOut.strip(answer);
            keepBody(answer);
            answer.body = isWordsOfTool(answer) ? "" : answer.body;
        }
        text.setLength(0);
        answer = null;
        state = State.BETWEEN;
    }

    /** A request without any answer: curl's notes may say why. */
    private void unfinished() {
        if (!verbose || (request == null && !answers.isEmpty())) {
            return;
        }
        Draft draft = new Draft();
        String notes = around.toString();
        call(draft);
        TransportFault fault = FaultWords.find(notes);
        if (fault != null) {
            draft.unanswered(fault, "curl's notes tell of it");
        } else {
            draft.body = notes.strip();
        }
        answers.add(draft);
    }
}
