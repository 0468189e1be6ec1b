package io.scimdoctor.capture.text;

import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.Sieve;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.repair.PacketList;
import io.scimdoctor.capture.request.CommandLine;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.json.Patterns;
import io.scimdoctor.json.Resource;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.scim.ScimUrl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads text without messages as they stand on the wire: logs of applications, what consoles print, exceptions of client
 * libraries. Each line is searched for the parts of a call, and lines are joined while their parts do not contradict.
 */
public final class LooseText extends LineForm {
    static final Patterns FORMS = Resource.patterns(LooseText.class, "loose.patterns");
    private static final LatePattern SEPARATOR = LatePattern.of(FORMS.get("SEPARATOR"));

    /** What stands where something happened: a time, or what a test expected of it. */
    private static final LatePattern HAPPENED = LatePattern.of("\\d\\d:\\d\\d:\\d\\d|(?i)\\bexpect(?!ation)|assert");

    /** A label whose value stands on the next line. */
    private static final LatePattern LABEL = LatePattern.of(FORMS.get("LABEL"));

    /** What a log writes in front of a message is seldom longer. */
    private static final int HEAD = 50;

    /** So many lines may stand between what failed and why. */
    private static final int NEAR = 6;

    private static final int LONGEST_LABEL = 60;

    /** So many different statuses without their calls are a list, though there be successes among them. */
    private static final int MANY = 8;

    private static final LatePattern THROWN = LatePattern.of(FORMS.get("THROWN"));

    /** What PowerShell says when an answer came, and how the error of that call begins, which other notes may lead to. */
    private static final Sieve ANSWERED = new Sieve(FORMS.get("ANSWERED"));

    private static final LatePattern REFUSED = LatePattern.of(FORMS.get("REFUSED"));
    private static final LatePattern NOTE = LatePattern.of(FORMS.get("NOTE"));

    private final List<String> lines;
    private final Map<Integer, Piece> commands = new HashMap<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final Set<String> hosts = new HashSet<>();
    private int record;
    /** How many tests a runner has shown so far. */
    private int test;
    /** How the last record begins. */
    private String head = "";
    /** A call without an answer, or of one that stands apart, as Envoy, HAProxy and mitmproxy write it. */
    private static final Sieve NO_ANSWER = new Sieve(FORMS.get("NO_ANSWER"));

    private boolean separated;
    /** How many failures somebody names last, in whatever words, and whether a log does. */
    private int spoken;

    private boolean logged;
    /** Whether the last outcome was a failure. */
    private boolean failed;
    /** What was said behind it. */
    private LineKinds heard = new LineKinds();
    /** How many statuses nothing shows to be one. */
    private int mentioned;
    /** Whether the answer of the last call came, and whether its error may still follow. */
    private boolean over;

    private boolean open;

    /** The form itself. */
    public LooseText() {
        this(List.of(), false);
    }

    private LooseText(List<String> lines, boolean failed) {
        this.lines = new ArrayList<>(lines);
        this.failed = failed;
    }

    @Override
    boolean matches(List<String> any) {
        return true;
    }

    /** A failure that is mentioned beside answers, with nothing that shows which call it belongs to, is said. */
    @Override
    List<Draft> drafts(List<String> printed, Intake intake) throws IOException {
        List<Draft> drafts = new ArrayList<>();
        int mentioned = read(printed, false, false, drafts);
        intake.failuresUnread(drafts.isEmpty() ? 0 : mentioned);
        return drafts;
    }

    /**
     * Adds the calls that lines tell of; gives how many failures they mention with nothing that shows their calls.
     *
     * @param failed whether they stand behind a failure
     * @param ahead whether they stand right in front of one, which is what somebody says there
     */
    static int read(List<String> printed, boolean failed, boolean ahead, List<Draft> drafts) {
        LooseText text = new LooseText(PacketList.byConversation(ShownSource.without(printed)), failed);
        text.takeCommands();
        text.joinLabels();
        text.scan();
        drafts.addAll(text.calls());
        return text.mentioned
                + (ahead && !text.logged ? 0 : text.spoken)
                + (int) printed.stream().filter(NO_ANSWER::isIn).count();
    }

    /** PowerShell shows behind an error which command it was, behind a plus sign. */
    private void takeCommands() {
        for (int i = 0; i < lines.size(); i++) {
            CommandLine.Typed typed = CommandLine.at(lines, i);
            if (typed == null) {
                continue;
            }
            boolean position = lines.get(i).strip().startsWith("+ ");
            int last = i;
            if (!position || commands.isEmpty()) {
                Piece piece = new Piece();
                piece.command = typed.draft();
                piece.opens = !position;
                commands.put(i, piece);
                last = typed.last();
            }
            Collections.fill(lines.subList(i, last + 1), "");
            i = last;
        }
    }

    private void joinLabels() {
        for (int i = 0; i + 1 < lines.size(); i++) {
            String label = lines.get(i);
            String value = lines.get(i + 1).strip();
            boolean named = label.length() < LONGEST_LABEL && !value.isEmpty();
            if (named && LABEL.matcher(label + "\n" + value).lookingAt()) {
                boolean method = Texts.isMethod(value);
                lines.set(i + 1, (method ? "method: " : label.strip() + " ") + value);
                lines.set(i, "");
            }
        }
    }

    private void scan() {
        String text = String.join("\n", lines);
        StringBuilder masked = new StringBuilder(text);
        List<PrintedBody> bodies = HeldBodies.takenOut(masked);
        int start = 0;
        int number = 0;
        int body = 0;
        while (start <= masked.length()) {
            int end = masked.indexOf("\n", start);
            end = end < 0 ? masked.length() : end;
            int first = body;
            while (body < bodies.size() && bodies.get(body).start() < end) {
                body++;
            }
            // Of a body that ends the line nothing is left but blanks.
            line(number, masked.substring(start, end).stripTrailing(), start, bodies.subList(first, body));
            number += text.substring(start, end).split("\n", -1).length;
            start = end + 1;
        }
    }

    private void line(int number, String line, int offset, List<PrintedBody> bodies) {
        Piece command = commands.get(number);
        if (command != null) {
            add(command, number);
            return;
        }
        if (Texts.isRecord(line)) {
            record++;
            head = line.substring(0, Math.min(line.length(), HEAD));
        }
        // An exception of Java that is no cause begins behind the frames of another.
        boolean framed = record == 0 && number > 0 && lines.get(number - 1).startsWith("\tat ");
        separated |= SEPARATOR.matcher(line).lookingAt()
                || (framed && THROWN.matcher(line).lookingAt());
        over &= !open || !REFUSED.matcher(line).lookingAt();
        test += ShownSource.TESTED.matcher(line).lookingAt() ? 1 : 0;
        for (Piece piece : LinePieces.of(number == 0 ? "" : lines.get(number - 1), line, offset, bodies)) {
            if (piece.spoken && piece.url == null) {
                said(piece, line);
            } else {
                // What somebody says in front of an answer may be over, but not what a log says.
                mentioned += logged && piece.isSuccess() ? 1 : 0;
                spoken = piece.hasOutcome() ? 0 : spoken;
                logged &= !piece.hasOutcome();
                add(piece, number);
            }
        }
        boolean answered = ANSWERED.isIn(line);
        over |= answered;
        open = answered || (open && NOTE.matcher(line).lookingAt());
    }

    /** Words behind a failure tell of it again, but not twice with the same ones, and a status is one of its own. */
    private void said(Piece piece, String line) {
        boolean again = piece.unanswered && failed && !heard.comeAgain(piece.looks, true, false, false);
        heard.add(piece.looks);
        if (!again) {
            spoken = 1;
            logged |= piece.unanswered && Texts.isRecord(line);
        }
    }

    private void add(Piece piece, int number) {
        if (piece.hasOutcome()) {
            failed = !piece.isSuccess();
            heard = new LineKinds();
        }
        String host = piece.url == null ? null : ScimUrl.parse(piece.url).host();
        // What a text merely names may be a page to read.
        if (host != null && (piece.called || piece.keyed)) {
            hosts.add(host);
        }
        piece.line = number;
        piece.record = record;
        piece.test = test;
        if (record > 0 && piece.hasOutcome()) {
            piece.within.add(head + lines.get(number).strip());
            piece.thrown = THROWN.matcher(lines.get(number)).lookingAt();
        }
        Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
        if (last != null) {
            last.separated |= separated;
        }
        separated = false;
        boolean ended = over && piece.hasOutcome();
        over &= !ended && piece.url == null;
        boolean same = last != null && !ended && last.test == test;
        if (last != null && same && !last.contradicts(piece) && !last.endsBefore(piece)) {
            last.join(piece);
        } else {
            pieces.add(piece);
            if (last != null) {
                last.giveTo(piece);
                last.quote = quotes(last, piece) ? piece : last.quote;
            }
        }
    }

    /** Whether a server of another product failed, and behind its status, on the same line or further in, tells why. */
    private boolean quotes(Piece last, Piece next) {
        String host = last.url == null ? null : ScimUrl.parse(last.url).host();
        boolean other = host != null && !Cloud.isServiceHost(host);
        boolean further = next.line - last.line < NEAR && isOutermost(last) && !isOutermost(next);
        return other
                && last.status >= 400
                && last.body == null
                && next.record == last.record
                && (next.line == last.line || further);
    }

    private boolean isOutermost(Piece piece) {
        String line = lines.get(piece.line);
        return !line.isEmpty() && Character.isLetterOrDigit(line.charAt(0));
    }

    private List<Draft> calls() {
        List<Draft> drafts = new ArrayList<>();
        Map<String, Piece> known = new HashMap<>();
        // A client may tell of one call when it is made, when it fails and at the end.
        pieces.removeIf(piece -> {
            String id = piece.id();
            Piece first = id == null ? null : known.get(id);
            // What a text begins with may be a heading that only names the error.
            Piece heading = known.size() > 4 ? null : known.get("");
            first = first == null || first.contradicts(piece) ? known.getOrDefault(piece.place(), heading) : first;
            if (first != null
                    && (first.isToldAgainBy(piece)
                            || (id != null && !first.contradicts(piece) && id.equals(first.id())))) {
                first.join(piece);
                return true;
            }
            List.of(String.valueOf(id), piece.place(), String.valueOf(piece.body), "")
                    .forEach(key -> known.put(key, piece));
            return false;
        });
        pieces.removeIf(piece -> piece.quote != null && piece.quote.isEvident());
        Set<String> tested = new HashSet<>();
        pieces.removeIf(piece -> isShownAgain(piece, tested));
        // Different failures of which only the status is known are a list of what may happen.
        List<Piece> bare = new ArrayList<>(pieces);
        bare.removeIf(piece -> !piece.isBare() || piece.body != null);
        long codes = bare.stream().mapToInt(Piece::code).distinct().count();
        boolean listed = codes > 1
                && pieces.stream().noneMatch(piece -> piece.called || (codes < MANY && piece.isSuccess()))
                && lines.stream().noneMatch(line -> HAPPENED.matcher(line).find());
        for (Piece piece : pieces) {
            if (piece.isEvident() && !(listed && bare.contains(piece))) {
                Draft draft = piece.draft();
                draft.putOn(otherHost());
                drafts.add(draft);
            } else if (piece.status >= 400 || piece.unanswered) {
                mentioned++;
            }
        }
        return drafts;
    }

    /** Whether a runner shows of a test what was expected, or in another way what came. */
    private boolean isShownAgain(Piece piece, Set<String> tested) {
        int code = piece.code();
        boolean named = piece.url != null || test == 0 || code == Draft.UNKNOWN;
        boolean again = !named && (piece.isSuccess() || tested.contains(" " + code));
        return (!tested.add((named ? "" : piece.test) + " " + code) && !named) || again;
    }

    /** The only host of a text's calls, if it is another product's: bare paths are on it. */
    private @Nullable String otherHost() {
        String only = hosts.size() == 1 ? hosts.iterator().next() : null;
        return only == null || Cloud.isServiceHost(only) ? null : only;
    }
}
