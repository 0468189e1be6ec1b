package io.scimdoctor.capture.text;

import io.scimdoctor.capture.Answers;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.request.CommandLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads HTTP messages as they stand on the wire: curl -i, HTTPie, pasted requests and answers, one or several. */
public final class Transcript extends LineForm {
    private enum State {
        BETWEEN,
        REQUEST_HEAD,
        REQUEST_BODY,
        ANSWER_HEAD,
        ANSWER_BODY
    }

    private static final int FEWEST_WORDS = 3;

    private final List<Draft> answers = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    /** What somebody wrote before an answer, such as the call it belongs to. */
    private final StringBuilder prose = new StringBuilder();

    private State state = State.BETWEEN;
    private @Nullable Draft request;
    private @Nullable Draft answer;

    static boolean isIn(List<String> lines) {
        for (String line : lines) {
            if (Texts.statusLine(line) != Draft.UNKNOWN) {
                return true;
            }
        }
        return false;
    }

    @Override
    boolean matches(List<String> lines) {
        return isIn(lines);
    }

    @Override
    List<Draft> drafts(List<String> lines, Intake intake) {
        return new Transcript().read(lines);
    }

    private List<Draft> read(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Draft command = mayStartCommand() ? CommandLine.parse(line) : null;
            if (command != null) {
                int last = CommandLine.lastLine(lines, i);
                Draft whole = CommandLine.parse(CommandLine.join(lines, i, last));
                close();
                request = whole != null ? whole : command;
                i = last;
            } else {
                line(line);
            }
        }
        close();
        return Answers.finalOnes(answers);
    }

    private boolean mayStartCommand() {
        return state == State.BETWEEN || state == State.ANSWER_BODY;
    }

    private void line(String line) {
        int glued = gluedStatusLine(line);
        if (glued > 0) {
            add(line.substring(0, glued));
            startAnswer(line.substring(glued));
        } else if (Texts.statusLine(line) != Draft.UNKNOWN) {
            startAnswer(line);
        } else if (state != State.ANSWER_HEAD && Answers.request(line) != null) {
            close();
            request = Answers.request(line);
            state = State.REQUEST_HEAD;
        } else if (isSeparator(line) && state != State.REQUEST_BODY) {
            close();
            if (!answers.isEmpty()) {
                answers.get(answers.size() - 1).interim = false;
            }
            request = null;
        } else {
            add(line);
        }
    }

    /** A body without a line feed at its end, and the next answer right behind it. */
    private int gluedStatusLine(String line) {
        int at = state == State.ANSWER_BODY ? line.indexOf("HTTP/", 1) : -1;
        if (at > 0 && "}>]".indexOf(line.charAt(at - 1)) >= 0 && Texts.statusLine(line.substring(at)) != 0) {
            return at;
        }
        return -1;
    }

    private static boolean isSeparator(String line) {
        String trimmed = line.trim();
        if (trimmed.length() < 3) {
            return false;
        }
        char first = trimmed.charAt(0);
        return "-=#*_".indexOf(first) >= 0 && trimmed.chars().allMatch(c -> c == first);
    }

    private void startAnswer(String line) {
        Draft sent = request;
        Draft previous = answer;
        finishRequest();
        close();
        Draft next = new Draft();
        Answers.start(next, line);
        if (sent != null) {
            next.requestFrom(sent);
        } else if (previous != null && previous.interim) {
            next.requestFrom(previous);
        } else {
            LooseScan.namedCall(prose.toString(), next);
        }
        prose.setLength(0);
        request = null;
        answer = next;
        answers.add(next);
        state = State.ANSWER_HEAD;
    }

    private void finishRequest() {
        Draft sent = request;
        if (sent == null) {
            return;
        }
        if (state == State.REQUEST_BODY && !text.toString().isBlank()) {
            sent.requestBody = text.toString().strip();
        }
        if (sent.url != null) {
            sent.url = Answers.url(sent.url, sent.requestHeaders, "https");
        }
        text.setLength(0);
    }

    private void add(String line) {
        Draft sent = request;
        Draft received = answer;
        switch (state) {
            case BETWEEN -> prose.append(line).append('\n');
            case REQUEST_HEAD -> {
                if (line.isBlank()) {
                    state = State.REQUEST_BODY;
                } else if (sent != null) {
                    Answers.header(sent.requestHeaders, line);
                }
            }
            case ANSWER_HEAD -> {
                if (line.isBlank()) {
                    state = State.ANSWER_BODY;
                    text.setLength(0);
                } else if (received != null) {
                    headerOrBody(received, line);
                }
            }
            case REQUEST_BODY, ANSWER_BODY -> text.append(line).append('\n');
        }
    }

    /**
     * Pasting loses blank lines; a body that starts right behind the head is recognised by its first character, and a
     * sentence that no field follows is one, too.
     */
    private void headerOrBody(Draft received, String line) {
        char first = line.charAt(0);
        if (first == '{' || first == '<') {
            state = State.ANSWER_BODY;
            text.setLength(0);
            text.append(line).append('\n');
        } else if (Texts.isHeaderLine(line)) {
            Answers.header(received.headers, line);
            text.setLength(0);
        } else if (Character.isLetter(first) && line.split(" ").length >= FEWEST_WORDS) {
            text.append(line).append('\n');
        }
    }

    private void close() {
        Draft received = answer;
        if (received != null && (state == State.ANSWER_BODY || state == State.ANSWER_HEAD)) {
            received.body = text.toString().strip();
            WriteOut.strip(received);
        } else if (received == null && request != null) {
            finishRequest();
        }
        text.setLength(0);
        answer = null;
        state = State.BETWEEN;
    }
}
