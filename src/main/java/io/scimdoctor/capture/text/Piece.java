package io.scimdoctor.capture.text;

import io.scimdoctor.capture.BodyShape;
import io.scimdoctor.capture.BodyStatus;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.FaultWords;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.json.Json;
import io.scimdoctor.scim.ErrorBody;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one line, or several that belong together, tell of one call. Pieces are joined while nothing in them contradicts; a
 * status, an address, a body or an id of another call begins a new one.
 */
final class Piece {
    private static final String LENGTH = "content-length";
    private static final String ID = "request-id";

    @Nullable
    String method;

    @Nullable
    String url;

    /** Whether method and address stand together; else they are single words of something printed, and may be others'. */
    boolean called;

    /** Whether a program says that the call went well. */
    boolean done;

    /** Whether the address stands behind its name. */
    boolean keyed;

    /** Whether it begins with the call, as a log's line does, rather than names it behind an error. */
    boolean opens;

    int status = Draft.UNKNOWN;
    /** Whether a client says that no answer came, without saying why. */
    boolean unanswered;
    /** Whether it begins with the name of an exception, which in a record of a log stands behind what the record says of it. */
    boolean thrown;
    /** Whether somebody says that something failed, of whatever call. */
    boolean spoken;

    /** Whether a client, not only a sentence, says the status or the error. */
    boolean saidByClient;

    @Nullable
    String body;

    BodyShape shape = BodyShape.OTHER;

    @Nullable
    String sent;

    @Nullable
    Draft command;

    /** The fields by their names in lower case. */
    final Map<String, Headers.Field> headers = new LinkedHashMap<>();

    final StringBuilder faults = new StringBuilder();
    int line;
    int record;
    /** Which of the tests it belongs to that a runner shows. */
    int test;

    boolean separated;
    /** The answer that this one, of another server, quotes. */
    @Nullable
    Piece quote;

    /** The record that its body stands in, where that is a later one than the one that names its call. */
    private int lentFrom = -2;

    final LineKinds looks = new LineKinds();
    /** The lines of its outcome, be they indented, each behind the beginning of its record. */
    final LineKinds within = new LineKinds();

    boolean hasOutcome() {
        return status != Draft.UNKNOWN || unanswered || body != null || !faults.isEmpty();
    }

    @Nullable
    String header(String name) {
        Headers.Field field = headers.get(Texts.lower(name));
        return field == null ? null : field.value();
    }

    /** Takes a field unless one of that name is there; of the kinds of content the one next to the request's id is meant. */
    void header(String name, String value) {
        // What a request says of its own length stands in front.
        if (name.equalsIgnoreCase(LENGTH)) {
            headers.remove(LENGTH);
        }
        headers.putIfAbsent(Texts.lower(name), new Headers.Field(name, value));
    }

    boolean contradicts(Piece next) {
        return SameCall.differ(status, next.status)
                || (called && next.called && (differ(method, next.method) || !SameCall.isSameUrl(url, next.url)))
                || (status != Draft.UNKNOWN
                        && next.keyed == (next.status == Draft.UNKNOWN)
                        && !SameCall.isSameUrl(url, next.url))
                || !SameCall.isSameBody(body, next.body)
                || differ(header("request-id"), next.header("request-id"))
                || SameCall.isImplausible(status, next, next.record != record)
                || SameCall.isImplausible(next.status, this, next.record != record)
                || isRecovered(next)
                || (done && next.hasOutcome() && !next.isSuccess())
                || isUnsent(next)
                || (!faults.isEmpty() && code() == Draft.UNKNOWN && next.status >= 400 && next.status < 407)
                || (next.command != null && next.opens && (hasOutcome() || command != null));
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.equalsIgnoreCase(other);
    }

    /** Gives the body away that it has from the record of the next call, or from the one above, where that call failed. */
    void giveTo(Piece next) {
        int from = next.record - (next.status == Draft.UNKNOWN && next.unanswered ? 1 : 0);
        boolean other = next.called && !next.isSuccess() && next.hasOutcome() && status == Draft.UNKNOWN;
        if (other && next.body == null && lentFrom == from && !SameCall.isImplausible(next.status, this, true)) {
            next.body = body;
            next.shape = shape;
            body = null;
            shape = BodyShape.OTHER;
        }
    }

    /** A fault of the network and a success are two calls, or what happened and what was expected. */
    private boolean isRecovered(Piece next) {
        // Perl's library says in the head that what follows breaks off.
        boolean own = status != Draft.UNKNOWN && next.status == Draft.UNKNOWN && isBrokenBy(this);
        return (next.isSuccess() && isLost() && !own) || (isSuccess() && next.isLost() && !isBrokenBy(next));
    }

    /** Whether this was answered, and the next one did not get as far. */
    private boolean isUnsent(Piece next) {
        boolean answered = status >= 200 && status < 500 && status != 407 && !"CONNECT".equals(method);
        // What came in whole did not break off.
        boolean whole = body != null && shape == BodyShape.ERROR && Json.end(body, 0) > 0;
        return answered
                && next.line != line
                && next.status == Draft.UNKNOWN
                && !next.faults.isEmpty()
                && !FaultWords.breaksOff(next.faults.toString(), !whole);
    }

    private boolean isLost() {
        return unanswered || !faults.isEmpty();
    }

    /** The body of a success breaks off: what else tells of that is no other call. */
    private boolean isCutOffBy(Piece next) {
        return isSuccess() && method == null && next.status == Draft.UNKNOWN && isBrokenBy(next);
    }

    private boolean isBrokenBy(Piece next) {
        boolean cut = body != null && shape == BodyShape.SUCCESS && Json.end(body, 0) < 0;
        return (cut && next.unanswered) || FaultWords.breaksOff(next.faults.toString(), cut);
    }

    boolean isSuccess() {
        return status == Draft.UNKNOWN ? done || shape == BodyShape.SUCCESS : status >= 200 && status < 300;
    }

    /**
     * Whether the next piece is of another call although nothing in it contradicts: the same kind of line again, or the next
     * call of a log. Words behind an error only name its call again.
     */
    boolean endsBefore(Piece next) {
        boolean apart = next.record != record;
        // Within one record of a log, what is no call of its own is told again.
        boolean again = next.thrown && !apart && !next.faults.isEmpty() && SameCall.isSameUrl(url, next.url);
        // A body alone, which the call above has, too.
        boolean shown = url != null && status != Draft.UNKNOWN && next.status == Draft.UNKNOWN && next.isBare();
        shown = shown && body != null && next.body != null && SameCall.isSameBody(body, next.body);
        // Of what only words say that it failed, a status may tell more.
        if (again || shown || (spoken && next.status >= 400 && next.url == null)) {
            return false;
        }
        boolean called = next.url != null || next.status != Draft.UNKNOWN;
        boolean echo = !called && !apart && record > 0;
        boolean kind = (called || next.body != null || !next.faults.isEmpty()) && !echo;
        boolean both = hasOutcome() && next.hasOutcome();
        if (kind
                && (looks.comeAgain(next.looks, apart, hasOutcome(), both)
                        || (apart && within.comeAgain(next.within, true, false, false)))) {
            return true;
        }
        if (!hasOutcome()) {
            return isNamed() && next.url == null && next.record > record + 1;
        }
        // A report may show the status first, and the answer behind a line.
        boolean bare = body == null && headers.isEmpty() && next.url == null && status != Draft.UNKNOWN;
        boolean mentioned = record > 0 && !apart && !next.called && !next.hasOutcome();
        boolean parted = separated && called && !bare && !mentioned;
        if (parted || (apart && (next.isNamed() || next.method != null) && !next.hasOutcome())) {
            return true;
        }
        // A program says that the call failed which its client has told of.
        boolean retold = next.unanswered && called && hasOutcome() && SameCall.isSameUrl(url, next.url);
        if (next.opens && next.status == Draft.UNKNOWN && !retold) {
            return url != null || apart || next.line > line + 3;
        }
        boolean answered = status != Draft.UNKNOWN || body != null;
        if (!next.faults.isEmpty() && apart && !isCutOffBy(next)) {
            return answered || next.url != null;
        }
        return !faults.isEmpty() && apart && !answered && next.status != Draft.UNKNOWN;
    }

    /** Whether an address is only named: what follows in another record need not be about it. */
    private boolean isNamed() {
        return url != null && !called && !keyed;
    }

    /** The last part of the address, which every way to write it has; without one, the body that a test shows. */
    String place() {
        if (url == null && test > 0 && body != null) {
            return body;
        }
        String path = url == null ? "" : url.split("[?#]", 2)[0];
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whether lines of another kind tell of this failure: of its call again, or right behind it an exception. */
    boolean isToldAgainBy(Piece next) {
        boolean shown = next.test > 0 && body != null && body.equals(next.body);
        boolean heading = record == 0 && test == next.test && headers.isEmpty() && (faults.isEmpty() || status == 0);
        boolean call = url == null ? heading : SameCall.isSameUrl(url, next.url);
        return (code() >= 400
                        || FaultWords.areOfOne(
                                faults.toString(), next.faults.toString(), heading && url == null && next.url != null))
                && code() == next.code()
                && (test == next.test || shown || next.url != null)
                && (record > 0 || test > 0 || !separated)
                && !differ(method, next.method)
                && (next.url == null ? shown || next.thrown || next.status == Draft.UNKNOWN : call)
                && !differ(id(), next.id())
                && SameCall.isSameBody(body, next.body)
                && !looks.comeAgain(next.looks, true, true, false);
    }

    /** Whether nothing but a status and a body are known of it, not even when. */
    boolean isBare() {
        return record == 0 && url == null && headers.isEmpty() && command == null && faults.isEmpty();
    }

    /** The status, or the one that goes with the body. */
    int code() {
        return status != Draft.UNKNOWN || body == null ? status : BodyStatus.guess(body);
    }

    /** The service's id of the call, where the text shows it. */
    @Nullable
    String id() {
        boolean inner = header(ID) == null && body != null && body.contains(ID);
        return inner ? ErrorBody.parse(String.valueOf(body)).inner(ID) : header(ID);
    }

    /** Takes over what another piece tells. */
    void join(Piece next) {
        boolean clearer = next.called && !called;
        method = method == null || (clearer && next.method != null) ? next.method : method;
        // Of addresses that a text merely names, the one next to the outcome is meant.
        boolean nearer = !hasOutcome() && isNamed() && next.isNamed();
        boolean longer = url != null && next.url != null && url.startsWith("/") && !next.url.startsWith("/");
        url = url == null || (clearer && next.url != null) || longer || nearer ? next.url : url;
        called |= next.called;
        opens |= next.opens;
        done |= next.done;
        status = status == Draft.UNKNOWN ? next.status : status;
        saidByClient |= next.saidByClient;
        unanswered |= next.unanswered;
        spoken |= next.spoken;
        boolean better = next.body != null
                && (body == null
                        || (!body.startsWith("{") && next.body.startsWith("{"))
                        || (!body.contains(ID) && next.body.contains(ID)));
        shape = better ? next.shape : shape;
        body = better ? next.body : body;
        lentFrom = better && called && next.record > record ? next.record : lentFrom;
        sent = sent == null ? next.sent : sent;
        command = command == null ? next.command : command;
        line = next.line;
        for (Headers.Field field : next.headers.values()) {
            header(field.name(), field.value());
        }
        faults.append(next.faults);
        record = next.record;
        separated = false;
        looks.add(next.looks);
        within.add(next.within);
    }

    /** Whether something shows that a call was answered or failed: a client says so, or the parts of an answer are there. */
    boolean isEvident() {
        boolean shown = url != null || !headers.isEmpty() || command != null;
        boolean failed = shape == BodyShape.ERROR || shape == BodyShape.SUCCESS;
        boolean answered = status >= 400
                ? saidByClient || shown || failed
                : status != Draft.UNKNOWN && (command != null || (saidByClient && (shown || method == null)));
        return answered || (body != null && failed) || !faults.isEmpty();
    }

    /** The exchange; a known error of a service says more than words that sound like a fault of the network. */
    Draft draft() {
        Draft draft = new Draft();
        if (command != null) {
            draft.requestFrom(command);
        }
        String login = body == null || body.startsWith("{") ? null : LoginError.code(body);
        boolean elsewhere = login != null && url != null && !LoginError.isLogin(url);
        draft.method = method != null && !elsewhere ? method.toUpperCase(Locale.ROOT) : draft.method;
        draft.url = url != null && !elsewhere ? url : draft.url;
        // Without the answer's own words, what was sent would be blamed for it.
        draft.requestBody = sent != null && body != null ? sent : draft.requestBody;
        // Perl's library makes a status up where it could not connect.
        draft.status = status == 500 && faults.indexOf("Can't connect to ") == 0 ? Draft.UNKNOWN : status;
        draft.headers.addAll(headers.values());
        // What a server in between says of its own connection is its answer.
        String said = body == null && draft.status >= 500 ? faults.toString().strip() : body;
        draft.body = said == null ? "" : said;
        draft.guessed = true;
        if (draft.status == Draft.UNKNOWN && body == null && !faults.isEmpty()) {
            FaultWords.tell(draft, faults.toString());
        } else if (isSuccess() && isBrokenBy(this)) {
            WireBody.incomplete(draft, faults.toString());
        } else if (WireBody.NOTHING.contains(draft.body)) {
            WireBody.cut(draft);
        }
        return draft;
    }
}
