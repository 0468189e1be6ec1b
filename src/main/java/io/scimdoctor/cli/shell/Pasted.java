package io.scimdoctor.cli.shell;

import io.scimdoctor.capture.request.RequestText;
import io.scimdoctor.json.Patterns;
import io.scimdoctor.json.Resource;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a text is that somebody pasted or typed at the prompt. */
enum Pasted {
    /** An access token, alone or with what people paste around it. */
    TOKEN,
    /** A request without an answer: a command such as curl, or HTTP as documents print it. */
    REQUEST,
    /** An answer or a recording: what {@code classify} reads. */
    ANSWER,
    /** One line that is none of these. */
    LINE;

    private static final Patterns FORMS = Resource.patterns(Pasted.class, "pasted.patterns");
    private static final Pattern BARE_TOKEN = Pattern.compile(FORMS.get("BARE_TOKEN"));
    private static final Pattern COMMAND = Pattern.compile(FORMS.get("COMMAND"));
    private static final Pattern MESSAGE = Pattern.compile(FORMS.get("MESSAGE"));
    /** A status line, a body in one of the forms of an error, or what the client says of it. */
    private static final Pattern ANSWERED = Pattern.compile(FORMS.get("ANSWERED"));

    private static final Pattern TOKEN_ANSWER = Pattern.compile("\"access_token\"\\s*:");
    private static final Pattern ANSWER_LINE = Pattern.compile(FORMS.get("ANSWER_LINE"));
    private static final Pattern BREAKS = Pattern.compile("\n+");

    static Pasted of(String text) {
        if (BARE_TOKEN.matcher(text).matches() || TOKEN_ANSWER.matcher(text).find()) {
            return TOKEN;
        }
        boolean request =
                COMMAND.matcher(text).matches() || MESSAGE.matcher(text).matches();
        if (request && !ANSWERED.matcher(text).find()) {
            // A single line that looks like a request but cannot be read as one was typed by mistake.
            return text.strip().indexOf('\n') >= 0
                            || !RequestText.read(text).requests().isEmpty()
                    ? REQUEST
                    : LINE;
        }
        return text.strip().indexOf('\n') >= 0 || ANSWER_LINE.matcher(text).matches() ? ANSWER : LINE;
    }

    /** Whether lines that a terminal did not mark as a paste hold a sign of an answer or a request. */
    static boolean isTelling(String text) {
        return ANSWERED.matcher(text).find() || text.lines().anyMatch(line -> of(line) != LINE);
    }

    /** With one line end per line: pasting Windows text, a terminal turns each CR LF into two. */
    static String mended(String text) {
        String plain = text.replace("\r\n", "\n").replace('\r', '\n');
        List<String> breaks =
                BREAKS.matcher(plain.strip()).results().map(MatchResult::group).toList();
        // A single doubled line end is the empty line between head and body.
        return breaks.size() < 2 || breaks.stream().anyMatch(ends -> ends.length() % 2 != 0)
                ? plain
                : plain.replace("\n\n", "\n");
    }
}
