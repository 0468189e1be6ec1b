package io.scimdoctor.capture.text;

import io.scimdoctor.capture.Answers;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.FaultWords;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.capture.form.CopiedLines;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.request.CommandLine;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.exchange.TransportFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
    /** On a terminal curl's last note follows the body on the same line. */
    private static final LatePattern LAST_NOTE =
            LatePattern.of("(?<=.)\\* (?:Connection #|[Cc]losing connection|shutting).*");

    private static final LatePattern METER =
            LatePattern.of("^[{}] \\[.*bytes data]$|--:--:--|^  % Total|Dload  Upload");

    private static final LatePattern SEPARATOR = LatePattern.of("\\s*([-=#*_])\\1\\1+\\s*");

    private final List<Draft> answers = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    /** What stands between answers: commands, other clients' output, what somebody wrote, such as a call. */
    private final StringBuilder around = new StringBuilder();

    private final StringBuilder notes = new StringBuilder();
    /** The calls that were told of before the answer that is being read. */
    private final List<Draft> told = new ArrayList<>();

    private final boolean verbose;
    private String scheme = "https";
    private State state = State.BETWEEN;
    private @Nullable Draft command;
    private @Nullable Draft request;
    private @Nullable Draft answer;
    /** The last answer, as long as what stands behind it may tell of it again. */
    private @Nullable Draft latest;
    /** How many failures are mentioned between answers with nothing that shows their calls. */
    private int mentioned;

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
    List<Draft> drafts(List<String> lines, Intake intake) throws IOException {
        Transcript transcript = new Transcript(CopiedLines.isVerbose(lines));
        List<Draft> drafts = transcript.read(lines);
        intake.failuresUnread(transcript.mentioned);
        return drafts;
    }

    private List<Draft> read(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean free = verbose || state == State.BETWEEN || state == State.ANSWER_BODY;
            CommandLine.Typed typed = free ? CommandLine.at(lines, i) : null;
            if (typed != null) {
                part();
                around.append(String.join("\n", lines.subList(i, typed.last() + 1)))
                        .append('\n');
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
        // Behind a request that nothing answered, a client may say why.
        around.append(state == State.REQUEST_BODY ? text : "");
        close();
        unfinished();
        part();
        // An interim answer is left out where another one follows.
        for (int i = answers.size() - 2; i >= 0; i--) {
            if (answers.get(i).interim) {
                answers.remove(i);
            }
        }
        return answers;
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
        notes.append(note).append('\n');
        if (answer != null && note.startsWith("transfer closed with")) {
            WireBody.incomplete(answer, note);
        }
    }

    private void failure(String line) {
        CurlError error = CurlError.of(line);
        boolean again = error.status() == Draft.UNKNOWN || (answer != null && answer.status == error.status());
        if (answer != null && again && (answer.status >= 200 || answer.fault != null)) {
            if (answer.fault == null && answer.status < 300 && error.breaksOff()) {
                WireBody.incomplete(answer, error.message());
            }
            answer.truncated |= error.cuts(text);
            return;
        }
        Draft failed = error.draft();
        call(failed);
        // The proxy answered, to a request that curl does not show.
        failed.method = error.isOfProxy() ? "CONNECT" : failed.method;
        keep(failed);
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
            part();
            if (!answers.isEmpty()) {
                answers.get(answers.size() - 1).interim = false;
            }
        } else {
            add(line);
        }
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
        char c = line.charAt(0);
        boolean body = c == '{' || c == '<' || WireBody.NOTHING.contains(line);
        if (body || Texts.isHeaderLine(line)) {
            text.setLength(0);
        }
        if (body || (!Texts.isHeaderLine(line) && Character.isLetter(c) && line.split(" ").length >= FEWEST_WORDS)) {
            state = body ? State.ANSWER_BODY : state;
            text.append(line).append('\n');
        } else {
            Answers.header(received.headers, line);
        }
    }

    private void start(String line) {
        Draft next = new Draft();
        Answers.start(next, line);
        call(next);
        // A refused tunnel is the final answer, an opened one is not.
        boolean tunnel = "CONNECT".equals(next.method);
        next.interim = tunnel ? next.status < 300 || next.status == 407 : next.interim;
        answer = next;
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
            namedCall(around.toString(), next);
        }
        tellAround(next);
        notes.setLength(0);
        request = null;
        command = verbose ? typed : null;
    }

    private static boolean fails(@Nullable Draft draft) {
        return draft != null && (draft.fault != null || draft.status >= 400);
    }

    /** Reads what stands before an answer or the next command. */
    private void tellAround(@Nullable Draft next) {
        String others = around.toString();
        boolean failed = fails(latest);
        int more = others.isBlank() ? 0 : LooseText.read(Texts.lines(others), failed, fails(next), told);
        // What broke off may be told of more than once.
        mentioned += latest != null && latest.fault != null ? 0 : more;
        around.setLength(0);
        if (latest != null) {
            forget(latest);
        }
    }

    /** Ends what may tell of an answer again: another command, or a line between two parts. */
    private void part() {
        close();
        tellAround(null);
        answers.addAll(told);
        told.clear();
        latest = null;
        request = null;
        command = null;
    }

    /** Drops what was told of a call that stands in whole. */
    private void forget(Draft done) {
        if (!told.isEmpty()) {
            told.removeIf(one -> SameCall.isToldBy(one, done));
        }
    }

    private void keep(Draft done) {
        forget(done);
        // What a proxy answered may stand behind curl's word of it.
        if (latest != null
                && "CONNECT".equals(latest.method)
                && latest.headers.isEmpty()
                && SameCall.isToldBy(latest, done)) {
            answers.remove(latest);
        }
        answers.addAll(told);
        told.clear();
        answers.add(done);
        latest = done;
    }

    private void close() {
        String body = text.toString().strip();
        if (state == State.REQUEST_BODY && request != null && !body.isEmpty()) {
            request.requestBody = body;
        }
        if (answer != null) {
            answer.body = body;
            around.append(answer.fault == null ? WireBody.cut(answer) : "");
            keep(answer);
        }
        text.setLength(0);
        answer = null;
        state = State.BETWEEN;
    }

    /** A request without any answer: curl's notes may say why. */
    private void unfinished() {
        Draft draft = new Draft();
        String told = notes.toString();
        TransportFault fault = verbose ? FaultWords.find(told) : null;
        // Behind an opened tunnel or a redirect the call itself may fail.
        boolean over = latest != null && !(fault != null && latest.interim && latest.status < 400);
        if (!verbose || (request == null && over)) {
            return;
        }
        draft.body = told.strip();
        if (fault != null) {
            draft.unanswered(fault, "curl's notes tell of it");
        }
        call(draft);
        keep(draft);
    }
}
