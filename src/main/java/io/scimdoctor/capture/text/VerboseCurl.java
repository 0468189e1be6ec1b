package io.scimdoctor.capture.text;

import io.scimdoctor.capture.Answers;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.request.CommandLine;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.TransportFault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@code curl -v} prints: sent lines behind {@code >}, received ones behind {@code <}, notes, bodies. */
public final class VerboseCurl extends LineForm {
    private final List<Draft> answers = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();
    private final StringBuilder notes = new StringBuilder();
    private String scheme = "https";
    private @Nullable Draft command;
    private @Nullable Draft request;
    private @Nullable Draft answer;

    static boolean isIn(List<String> lines) {
        for (String line : lines) {
            if (line.startsWith("< ") && Texts.statusLine(line.substring(2)) != Draft.UNKNOWN) {
                return true;
            }
            if (line.startsWith("> ") && Answers.request(line.substring(2).trim()) != null) {
                return true;
            }
            if (line.startsWith("curl: (")) {
                return !Transcript.isIn(lines);
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
        return new VerboseCurl().read(lines);
    }

    private List<Draft> read(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Draft typed = answer == null ? CommandLine.parse(lines.get(i)) : null;
            if (typed != null) {
                int last = CommandLine.lastLine(lines, i);
                Draft whole = CommandLine.parse(CommandLine.join(lines, i, last));
                command = whole != null ? whole : typed;
                i = last;
            } else {
                line(withoutTrailingNote(lines.get(i)));
            }
        }
        closeAnswer();
        unfinished();
        return Answers.finalOnes(answers);
    }

    /** On a terminal curl's last note follows the body on the same line. */
    private static String withoutTrailingNote(String line) {
        for (String note :
                new String[] {"* Connection #", "* Closing connection", "* closing connection", "* shutting"}) {
            int at = line.indexOf(note, 1);
            if (at > 0) {
                return line.substring(0, at);
            }
        }
        return line;
    }

    private void line(String line) {
        if (line.startsWith("> ") || line.equals(">")) {
            sent(line.substring(1).trim());
        } else if (line.startsWith("< ") || line.equals("<")) {
            received(line.substring(1).trim());
        } else if (line.startsWith("* ")) {
            note(line.substring(2));
        } else if (line.startsWith("curl: (")) {
            failure(line);
        } else if (!isMeter(line)) {
            Draft current = answer;
            if (current != null) {
                body.append(line).append('\n');
            } else {
                notes.append(line).append('\n');
            }
        }
    }

    private static boolean isMeter(String line) {
        boolean data = (line.startsWith("{ [") || line.startsWith("} [")) && line.endsWith("bytes data]");
        return data || line.contains("--:--:--") || line.startsWith("  % Total") || line.contains("Dload  Upload");
    }

    private void sent(String line) {
        Draft started = Answers.request(line);
        if (started != null) {
            closeAnswer();
            request = started;
        } else if (request != null) {
            Answers.header(request.requestHeaders, line);
        }
    }

    private void received(String line) {
        if (Texts.statusLine(line) != Draft.UNKNOWN) {
            closeAnswer();
            Draft started = new Draft();
            Answers.start(started, line);
            takeRequest(started);
            // A refused tunnel is the final answer, an opened one is not.
            boolean tunnel = "CONNECT".equals(started.method);
            started.interim = tunnel ? started.status < 300 || started.status == 407 : started.interim;
            answer = started;
            answers.add(started);
        } else if (answer != null && !line.isEmpty() && !Texts.isHeaderLine(line)) {
            // A client's log marks the body like the fields.
            body.append(line).append('\n');
        } else if (answer != null) {
            Answers.header(answer.headers, line);
        }
    }

    private void takeRequest(Draft draft) {
        Draft sent = request;
        Draft typed = command;
        if (sent != null) {
            draft.requestFrom(sent);
            draft.url = sent.url == null ? null : Answers.url(sent.url, sent.requestHeaders, scheme);
            draft.requestBody = typed == null ? null : typed.requestBody;
        } else if (typed != null) {
            draft.requestFrom(typed);
        }
    }

    private void note(String note) {
        if (note.contains(" port 80 ")) {
            scheme = "http";
        }
        notes.append(note).append('\n');
        if (answer != null && note.startsWith("transfer closed with")) {
            incomplete(answer);
        }
    }

    /** A success whose body did not arrive whole is none; a failure still says what it is. */
    private static void incomplete(Draft draft) {
        draft.truncated = true;
        if (draft.status >= 300) {
            return;
        }
        StringBuilder detail = new StringBuilder("HTTP ").append(draft.status).append(", the transfer ended too early");
        for (Headers.Field field : draft.headers) {
            boolean id = field.name().equalsIgnoreCase("request-id");
            detail.append(id ? ", request-id " + field.value() : "");
        }
        draft.unanswered(TransportFault.TRUNCATED_BODY, detail.toString());
        draft.status = Draft.UNKNOWN;
    }

    private void failure(String line) {
        int close = line.indexOf(')');
        int code = 0;
        for (int i = 7; i < Math.min(close, 10) && Character.isDigit(line.charAt(i)); i++) {
            code = code * 10 + line.charAt(i) - '0';
        }
        String message = line.substring(Math.max(close + 1, 7)).trim();
        Draft current = answer;
        TransportFault fault = FaultWords.curl(code, message);
        if (current != null && (current.status >= 200 || current.fault != null)) {
            if (code == 18 && current.fault == null) {
                incomplete(current);
            }
            current.truncated |= code == 28 || (code == 56 && !body.isEmpty());
            return;
        }
        Draft failed = new Draft();
        takeRequest(failed);
        int told = toldStatus(code, message);
        if (told != Draft.UNKNOWN) {
            failed.status = told;
            // The proxy answered, to a request that curl does not show.
            failed.method = code == 56 ? "CONNECT" : failed.method;
        } else if (fault != null) {
            failed.unanswered(fault, "curl ended with exit code " + code);
        } else {
            failed.body = line;
        }
        closeAnswer();
        request = null;
        answers.add(failed);
    }

    /** {@code (22) The requested URL returned error: 400} and {@code (56) CONNECT tunnel failed, response 407}. */
    private static int toldStatus(int code, String message) {
        if (code != 22 && code != 56) {
            return Draft.UNKNOWN;
        }
        for (String word : new String[] {"returned error: ", "response ", "HTTP code "}) {
            int at = message.indexOf(word);
            if (at >= 0) {
                return Texts.leadingStatus(message.substring(at + word.length()));
            }
        }
        return Draft.UNKNOWN;
    }

    private void closeAnswer() {
        Draft current = answer;
        if (current != null) {
            current.body = body.toString().strip();
            if (current.fault == null) {
                WriteOut.strip(current);
            }
            request = current.status < 200 && current.fault == null ? request : null;
        }
        body.setLength(0);
        answer = null;
    }

    /** A request without any answer: the notes may say why. */
    private void unfinished() {
        Draft sent = request;
        if (sent == null && !answers.isEmpty()) {
            return;
        }
        Draft draft = new Draft();
        takeRequest(draft);
        TransportFault fault = FaultWords.find(notes.toString());
        if (fault != null) {
            draft.unanswered(fault, "curl's notes tell of it");
        } else {
            draft.body = notes.toString().strip();
        }
        answers.add(draft);
    }
}
