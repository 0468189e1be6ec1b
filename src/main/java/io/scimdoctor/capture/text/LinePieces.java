package io.scimdoctor.capture.text;

import io.scimdoctor.capture.BodyShape;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.FaultWords;
import io.scimdoctor.capture.HeaderPlace;
import io.scimdoctor.capture.Sieve;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.scim.ScimUrl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Finds what one line tells of a call: a method and an address, a status, known header fields, a body, a client's fault. */
final class LinePieces {
    /** What stands further in, or is what led to the exception before, or came of it. */
    private static final LatePattern CAUSE = LatePattern.of("\\s|(?:Caus|Wrapp)ed by");

    private static final int LOOK = 100;
    private static final int NEAR = 200;
    private static final int FORBIDDEN = 403;

    private final String line;
    /** Whether somebody wrote the line: a title, or a part of a sentence. */
    private final boolean prose;
    /** Whether the line bears the marks of a client. */
    private final boolean client;

    private final List<Mark> marks = new ArrayList<>();
    /** Where the last address ends that stands with its method; 0 without one. */
    private int calledUpTo;

    private LinePieces(String before, String line) {
        this.line = line;
        this.prose = CallPlaces.HEADING.matcher(line).lookingAt()
                || CallPlaces.PROSE.isIn(line)
                || (CallPlaces.GOES_ON.matcher(line).lookingAt()
                        && CallPlaces.ENDS.isIn(before)
                        && CallPlaces.PROSE.isIn(before));
        this.client = FaultWords.namesClient(line);
    }

    /** Something in the line, and how a piece takes it. */
    private record Mark(int start, Piece piece) {}

    /** The pieces of a line in its order, with the line before it; bodies that begin on it are handed in. */
    static List<Piece> of(String before, String line, int offset, List<PrintedBody> bodies) {
        LinePieces found = new LinePieces(before, line);
        // Go's log.Panic prints its message a second time.
        boolean again = line.startsWith("panic: ") && before.endsWith(line.substring("panic".length() + 1));
        if (line.isBlank() || again || found.isOfOtherServer()) {
            return List.of();
        }
        boolean unwanted = CallPlaces.UNWANTED.isIn(line);
        for (PrintedBody body : unwanted ? List.<PrintedBody>of() : bodies) {
            body(found.mark(body.start() - offset), body);
        }
        if (WireBody.NOTHING.contains(line)) {
            found.mark(0).body = line;
        }
        found.calls();
        boolean described = Described.isIn(line);
        if (unwanted) {
            Piece piece = found.mark(line.length());
            piece.body = line.strip().split(" with error", 2)[0];
            piece.shape = BodyShape.ERROR;
        } else if (!described) {
            found.statuses();
        }
        found.fields();
        boolean printed = !described && (!found.prose || FaultWords.isPrinted(line));
        if (printed && found.client && FaultWords.tellsFault(line)) {
            found.mark(line.length()).faults.append(line).append('\n');
        } else if (printed && !found.hasOutcome() && FaultWords.namesLibrary(line)) {
            found.mark(line.length()).unanswered = true;
        } else if (!described && found.marks.isEmpty() && found.isSpoken()) {
            found.mark(line.length()).spoken = true;
        } else if (printed && !found.hasOutcome() && FailureWords.isIn(line)) {
            Piece piece = found.mark(line.length());
            piece.unanswered = true;
            piece.spoken = true;
        }
        return found.pieces(before);
    }

    /** Whether somebody says last that something failed; that is known by how the line ends, before all of it is read. */
    private boolean isSpoken() {
        return line.length() < NEAR
                && CallPlaces.SAID_LAST.isIn(line)
                && CallPlaces.SPOKEN.matcher(line).find();
    }

    private void fields() {
        Matcher own = CallPlaces.OWN_ANSWER.in(line, 0);
        if (own != null) {
            String why = own.group(2) == null ? "own" : "haproxy; " + own.group(2);
            Piece piece = hasStatus() ? mark(own.start()) : status(own.start(), FORBIDDEN);
            piece.header("proxy-status", own.group(1) == null ? why : "envoy; " + own.group(1));
        }
        Matcher product = CallPlaces.PRODUCT.in(line, 0);
        if (product != null && hasStatus()) {
            mark(0).header("server", product.group(1));
        }
        for (HeaderPlace.Found field : HeaderPlace.find(line)) {
            mark(field.start()).header(field.name(), field.value());
        }
    }

    private Piece mark(int start) {
        Piece piece = new Piece();
        marks.add(new Mark(start, piece));
        return piece;
    }

    private static void body(Piece piece, PrintedBody body) {
        boolean sent = body.shape() == BodyShape.REQUEST;
        piece.sent = sent ? body.text() : null;
        piece.body = sent ? null : body.text();
        piece.shape = sent ? piece.shape : body.shape();
    }

    private Piece status(int start, int code) {
        Piece piece = mark(start);
        piece.status = code;
        piece.saidByClient = true;
        return piece;
    }

    private static void connects(Piece piece) {
        piece.method = "CONNECT";
        piece.called = true;
    }

    private void statuses() {
        List<StatusPlace.Found> statuses = StatusPlace.find(line);
        boolean asked = line.stripTrailing().endsWith("?");
        boolean tunnel = !statuses.isEmpty() && FaultWords.isTunnel(line);
        for (StatusPlace.Found found : statuses) {
            Piece piece = status(found.start(), found.code());
            boolean behind = calledUpTo > 0 && found.start() > calledUpTo && found.start() < calledUpTo + LOOK;
            piece.saidByClient = !asked && (client || !prose) && (behind || !found.bare());
            if (tunnel) {
                connects(piece);
            }
        }
        Matcher worded = hasStatus() ? null : WordedStatus.find(line, calledUpTo, prose, client);
        if (worded != null) {
            status(worded.start(1), Integer.parseInt(worded.group(1)));
        } else {
            refused();
        }
        Matcher none = CallPlaces.NO_STATUS.matcher(line).region(calledUpTo, line.length());
        if (calledUpTo > 0 && !hasStatus() && none.lookingAt()) {
            mark(none.start()).unanswered = true;
        }
        int named = hasStatus() ? Draft.UNKNOWN : StatusPlace.named(line);
        if (named != Draft.UNKNOWN) {
            status(0, named);
        }
        if (hasStatus() && LoginError.ASKED.matcher(line).find()) {
            mark(line.length()).url = "https://login.microsoftonline.com";
        }
    }

    private boolean hasOutcome() {
        return marks.stream().anyMatch(mark -> mark.piece().hasOutcome());
    }

    private boolean hasStatus() {
        return marks.stream().anyMatch(mark -> mark.piece().status != Draft.UNKNOWN);
    }

    private void refused() {
        Matcher matcher = CallPlaces.REFUSED.in(line, 0);
        if (matcher != null) {
            String phrase = matcher.group(1) == null ? "Proxy Authentication Required" : matcher.group(1);
            marks.clear();
            connects(status(0, StatusPlace.ofName(phrase.replace(" ", ""))));
        }
    }

    private void calls() {
        boolean found = line.indexOf('/') < 0
                || proxied()
                || called(CallPlaces.LOGGED, true, url -> true)
                || called(CallPlaces.CALL, true, url -> true)
                || called(CallPlaces.GO_CALL, true, url -> true)
                || pool()
                || called(CallPlaces.KEYED, line.startsWith("--2"), url -> !isLink(url))
                || called(CallPlaces.PATH, true, Texts::isOurPath);
        if (!found) {
            named();
        }
        Matcher method = CallPlaces.METHOD.in(line, 0);
        if (method != null) {
            mark(method.start()).method = method.group(1);
        }
    }

    /** A web server's log names paths only; those of other things are no calls of this API. */
    private boolean isOfOtherServer() {
        Matcher own = CallPlaces.SERVED.in(line, 0);
        if (own != null) {
            return !Texts.isOurPath(own.group(1));
        }
        Matcher matcher = line.contains("/rp/scim") ? null : CallPlaces.LOGGED.in(line, 0);
        return matcher != null
                && matcher.group(1) == null
                && matcher.group(3).startsWith("/")
                && !Texts.isOurPath(matcher.group(3));
    }

    /** A line of the log of squid or Blue Coat. */
    private boolean proxied() {
        Matcher matcher = CallPlaces.PROXIED.in(line, 0);
        if (matcher == null) {
            return false;
        }
        Piece piece = status(matcher.start(), Integer.parseInt(matcher.group(1)));
        piece.method = matcher.group(2);
        piece.url = matcher.group(3);
        piece.called = true;
        return true;
    }

    /** Finds addresses by a pattern of three groups: the host where it stands apart, the method, the address. */
    private boolean called(Sieve pattern, boolean together, Predicate<String> fits) {
        boolean found = false;
        for (Matcher matcher = pattern.in(line, 0); matcher != null; matcher = pattern.in(line, matcher.end())) {
            String target = trimmed(matcher.group(3));
            boolean apart = matcher.group(1) != null && target.startsWith("/");
            if (fits.test(target)) {
                calledUpTo = together ? matcher.start(3) + target.length() : calledUpTo;
                String method = matcher.group(2).isEmpty() ? null : matcher.group(2);
                call(matcher.start(), method, apart ? matcher.group(1) + target : target, together);
                found = true;
            }
        }
        return found;
    }

    private boolean pool() {
        Matcher matcher = CallPlaces.POOL.in(line, 0);
        if (matcher == null) {
            return false;
        }
        String path = matcher.group(3) == null ? "" : matcher.group(3);
        call(matcher.start(), null, "http" + Texts.lower(matcher.group(1)) + "://" + matcher.group(2) + path, false);
        return true;
    }

    /** An address without any word before it counts only on a host of the service, and not as a call of its own. */
    private void named() {
        if (Texts.containsIgnoringCase(line, "www-authenticate")) {
            return;
        }
        for (Matcher found = CallPlaces.URL.in(line, 0); found != null; found = CallPlaces.URL.in(line, found.end())) {
            String url = trimmed(found.group());
            String host = ScimUrl.parse(url).host();
            // A host alone is what a pool of connections tells of.
            boolean known = host != null
                    && (client || url.indexOf('/', "https://".length()) > 0)
                    && (host.equals("169.254.169.254")
                            || url.contains("/metadata/identity/")
                            || Cloud.isServiceHost(host));
            if (known || (Texts.containsIgnoringCase(url, "/scim") && !isLink(url))) {
                Piece piece = mark(found.start());
                piece.url = url;
                int end = found.start() + url.length();
                piece.called = WordedStatus.ANSWERED
                        .matcher(line)
                        .region(end, line.length())
                        .lookingAt();
                calledUpTo = piece.called ? end : calledUpTo;
                return;
            }
        }
    }

    private void call(int start, @Nullable String method, String url, boolean together) {
        boolean value = together && isValue(start);
        if (!value || !url.startsWith("/")) {
            Piece piece = mark(start);
            piece.method = method;
            piece.url = url;
            // The value of a name in something printed may be the first line of a message that was sent.
            piece.called = together && !value;
            String rest = line.substring(0, start) + "\n" + line.substring(Math.max(start, calledUpTo));
            piece.done = calledUpTo > 0 && CallPlaces.DONE.isIn(rest);
            piece.keyed = !together;
        }
    }

    /** Whether a name and a quote stand in front: {@code _header: 'POST /users HTTP/1.1'}. */
    private boolean isValue(int start) {
        int quote = start < line.length() && "'\"`".indexOf(line.charAt(start)) >= 0 ? start : start - 1;
        return CallPlaces.VALUE
                .matcher(line.substring(Math.max(0, quote - 2), Math.max(0, quote + 1)))
                .find();
    }

    private static boolean isLink(String url) {
        String host = ScimUrl.parse(url).host();
        return host != null && CallPlaces.LINKS.matcher(host).matches();
    }

    static String trimmed(String url) {
        String trimmed = Texts.withoutEnd(url, ".,;:)]}\\");
        // A template ends with the brace that closes its last name.
        boolean named = trimmed.lastIndexOf('{') > trimmed.lastIndexOf('}') && url.startsWith("}", trimmed.length());
        return named ? trimmed + "}" : trimmed;
    }

    /** Puts together what does not contradict, in the order of the line. */
    private List<Piece> pieces(String before) {
        marks.sort(Comparator.comparingInt(Mark::start));
        List<Piece> pieces = new ArrayList<>();
        Piece current = null;
        for (Mark mark : marks) {
            Piece next = mark.piece();
            next.opens = next.called
                    && next.url != null
                    && (current == null || !current.hasOutcome())
                    && !line.startsWith("from ", mark.start() - 5)
                    && !line.startsWith("\u21e2 Request to ", mark.start() - 13)
                    && !(client
                            && FaultWords.namesClient(line.substring(Math.max(0, mark.start() - NEAR), mark.start())));
            // A body need not end with a line feed.
            boolean glued = next.called && line.charAt(0) == '{' && Texts.blankFrom(line, mark.start()) == 1;
            if (current == null || glued || current.contradicts(next)) {
                current = next;
                pieces.add(next);
            } else {
                current.join(next);
            }
        }
        Piece first = pieces.isEmpty() ? new Piece() : pieces.get(0);
        // Ruby prints a cause below the frames of what it led to.
        boolean indented = CAUSE.matcher(line).lookingAt() || before.startsWith("\tfrom ");
        if ((!indented || first.opens) && (first.hasOutcome() || first.url != null)) {
            first.looks.add(line);
        }
        return pieces;
    }
}
