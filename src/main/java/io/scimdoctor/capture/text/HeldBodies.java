package io.scimdoctor.capture.text;

import io.scimdoctor.capture.BodyShape;
import io.scimdoctor.capture.BodyStatus;
import io.scimdoctor.capture.Sieve;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;

/** Finds the bodies that a text holds among its lines: documents, pages, what services wrote about a failure. */
final class HeldBodies {
    private static final Sieve PAGE = new Sieve(PrintedError.FORMS.get("PAGE"));
    /** What pages of Akamai and squid hold. */
    private static final Sieve FAILED_PAGE = new Sieve("Reference #|\\(squid/|<!-- ERR_");

    private static final Sieve PAGE_END = new Sieve("(?i)</html>|errors\\.edgesuite\\.net/\\S{1,99}");

    private static final int LONGEST_EXPORT = 4000;
    private static final Sieve EXPORT = new Sieve(PrintedError.FORMS.get("EXPORT"));

    /** The same where it tells no more of that refusal than what to do. */
    private static final Sieve QUARANTINE = new Sieve(PrintedError.FORMS.get("QUARANTINE"));

    private static final LatePattern TITLE = LatePattern.of(PrintedError.FORMS.get("TITLE"));

    private HeldBodies() {}

    /** The bodies in their order; nothing of them is left in the text but an open brace each. */
    static List<PrintedBody> takenOut(StringBuilder text) {
        List<PrintedBody> bodies = new ArrayList<>();
        // Each sees what the ones before it left.
        List<Function<String, List<PrintedBody>>> finders = List.of(
                HeldBodies::exports, PrintedBody::find, HeldBodies::pages, HeldBodies::logins, PrintedError::find);
        for (Function<String, List<PrintedBody>> finder : finders) {
            List<PrintedBody> found = finder.apply(text.toString());
            mask(text, found);
            bodies.addAll(found);
        }
        bodies.sort(Comparator.comparingInt(PrintedBody::start));
        return bodies;
    }

    /** Takes bodies out, so that nothing within them is taken for a part of a call; an open brace says where one was. */
    private static void mask(StringBuilder text, List<PrintedBody> bodies) {
        for (PrintedBody body : bodies) {
            for (int i = body.start(); i < body.end(); i++) {
                text.setCharAt(i, i == body.start() ? '{' : ' ');
            }
        }
    }

    /** What the provisioning service of Microsoft Entra writes about another product's refusal holds that one's body. */
    private static List<PrintedBody> exports(String text) {
        List<PrintedBody> found = new ArrayList<>();
        Sieve told = EXPORT.isIn(text) ? EXPORT : QUARANTINE;
        for (Matcher export = told.in(text, 0); export != null; export = told.in(text, export.end())) {
            String rest = text.substring(export.end(), Math.min(text.length(), export.end() + LONGEST_EXPORT));
            int end = export.end() + (rest.startsWith("{") ? Math.max(0, Json.end(rest, 0)) : 0);
            found.add(new PrintedBody(export.start(), end, text.substring(export.start(), end), BodyShape.ERROR));
        }
        return found;
    }

    /** A page that is cut off ends at the latest where the next record of a log begins. */
    private static List<PrintedBody> pages(String text) {
        List<PrintedBody> found = new ArrayList<>();
        int closed = 0;
        int line = 0;
        int record = 0;
        int from = 0;
        for (Matcher page = PAGE.in(text, 0); page != null; page = PAGE.in(text, from)) {
            if (closed <= page.start()) {
                Matcher close = PAGE_END.in(text, page.start());
                closed = close == null ? text.length() : close.end();
            }
            if (page.start() >= line) {
                line = text.indexOf('\n', page.start());
                line = line < 0 ? text.length() : line;
                record = Texts.recordEnd(text, page.start(), text.length());
            }
            from = Math.min(record, closed);
            String body = text.substring(page.start(), from);
            boolean failed = BodyStatus.guess(body) >= 400 || FAILED_PAGE.isIn(body);
            found.add(new PrintedBody(page.start(), from, body, failed ? BodyShape.ERROR : BodyShape.OTHER));
        }
        return found;
    }

    private static List<PrintedBody> logins(String text) {
        List<PrintedBody> found = new ArrayList<>();
        for (Matcher one = LoginError.MESSAGE.in(text, 0); one != null; one = LoginError.MESSAGE.in(text, one.end())) {
            String before = text.substring(text.lastIndexOf('\n', one.start()) + 1, one.start());
            // A number without its sentence, behind other words, may be the label of anything: a table, a comment; and
            // a title without ids tells of many calls.
            boolean title = TITLE.matcher(before).matches() && LoginError.trace(one.group()) == null;
            boolean told = before.isBlank()
                    || LoginError.TOLD.matcher(one.group()).lookingAt()
                    || PrintedError.FAILING.isIn(before);
            if (told && !title) {
                found.add(new PrintedBody(one.start(), one.end(), one.group().strip(), BodyShape.ERROR));
            }
        }
        return found;
    }
}
