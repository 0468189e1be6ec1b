package io.scimdoctor.capture.text;

import io.scimdoctor.capture.BodyShape;
import io.scimdoctor.scim.Cloud;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what one line tells of a call: a method and an address, a status, known header fields, a body, a client's fault. */
final class LinePieces {
    private static final String METHODS = "GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS";
    private static final String REST = "[^\\s\"'`<>|]{1,4000}+";
    private static final int LOOK = 100;
    private static final int NEAR = 200;

    private static final Pattern LOGGED =
            Pattern.compile("(https?://[^\\s\"/]{1,255}+)?+ ?\"(" + METHODS + ") (\\S{1,4000}+) HTTP/\\d");
    private static final Pattern PROXIED =
            Pattern.compile("\\bTCP_[A-Z_]{2,40}+/([1-5]\\d\\d) \\d{1,12}+ ([A-Z]{3,8}+) (\\S{1,4000}+)");

    /** Go prints of a proxy's refusal to open a tunnel nothing but the reason phrase. */
    private static final Pattern REFUSED = Pattern.compile(
            "\\b(?:Get|Post|Put|Patch|Delete|Head) \"https://[^\"]{1,4000}+\": (?:(Proxy Authentication Required)|(Forbidden)|Bad Gateway|Service Unavailable|Gateway Timeout)\\s{0,9}+$");

    private static final Pattern CALL =
            Pattern.compile("\\b(" + METHODS + ")\\b[\"'`>)\\s:]{1,4}+(https?://" + REST + ")");
    private static final Pattern GO_CALL =
            Pattern.compile("\\b(Get|Post|Put|Patch|Delete|Head) \\\\?+\"(https?://[^\\s\"\\\\]{1,4000}+)");
    private static final Pattern PATH = Pattern.compile("\\b(" + METHODS + ")\\s{1,3}+(/" + REST + ")");
    private static final Pattern POOL = Pattern.compile(
            "HTTP(S?)ConnectionPool\\(host='([^']{1,255}+)', port=\\d{1,5}+\\)(?:[^\\n]{0,60}?url: (/[^\\s()]{0,4000}+))?+");
    private static final Pattern KEYED = Pattern.compile(
            "(?<![\\w-])(?:request ?ur[li]|absolute ?uri|ur[li]|endpoint)[\"'\\])]{0,2}+\\s{0,30}+(?::|=>?|\\()\\s{0,4}+(?:URL\\()?+[\"'\\[(<]{0,2}+(https?://"
                    + REST + ")",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern METHOD = Pattern.compile(
            "(?<![\\w-])method[\"']?+\\s{0,20}+(?::|=>?)\\s{0,3}+[\"':]?+(get|post|put|patch|delete|head)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern URL = Pattern.compile("https?://" + REST);
    private static final Pattern LINKS = Pattern.compile(
            "(?:aka\\.ms|(?:learn|docs|go|support|developer|msdn|techcommunity)\\.microsoft\\.com|portal\\.azure\\.com"
                    + "|entra\\.microsoft\\.com|github\\.com|jwt\\.ms|[\\w.-]{0,40}(?:mozilla|ietf|w3|slf4j|apache|spring|python|stackoverflow)\\.[a-z]{2,4})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PROSE = Pattern.compile(
            "(?<![\\w'])(?:we|our|us|i|my|you|your|please|hi|hello|thanks|regards|sometimes|customer|colleague|getting|they)(?![\\w.])",
            Pattern.CASE_INSENSITIVE);

    /** A status right behind an address. */
    private static final Pattern BEHIND = Pattern.compile(
            "[\"'`)\\]]{0,3}+\\s{0,3}+(?:[-=]{1,2}>|→|:|\\||returned|responded|status|with|\\(|HTTP/\\d\\.\\d\"?|\\s){0,4}+([1-5]\\d\\d)(?![\\w.]|\\s?(?:ms|bytes|kB))");

    private static final Pattern LAST = Pattern.compile("\\(([45]\\d\\d)\\)\\.?\\s{0,9}+$");

    /** PowerShell's message in any language: the class of commands it names, and a number in brackets. */
    private static final Pattern POWERSHELL =
            Pattern.compile("^\\s{0,9}+(?:Invoke-\\w{1,40}+|irm|iwr) ?: [^\\n]{0,200}?\\(([1-5]\\d\\d)\\)");

    private final String line;
    private final List<Mark> marks = new ArrayList<>();
    /** Where the last address ends that stands with its method; 0 without one. */
    private int calledUpTo;

    private LinePieces(String line) {
        this.line = line;
    }

    /** Something in the line, and how a piece takes it. */
    private record Mark(int start, Piece told) {}

    /** The pieces of a line in its order; bodies that begin on it are handed in. */
    static List<Piece> of(String line, int offset, List<PrintedBody> bodies) {
        LinePieces found = new LinePieces(line);
        if (found.isOfOtherServer()) {
            return List.of();
        }
        for (PrintedBody body : bodies) {
            found.body(body.start() - offset, body);
        }
        found.calls();
        found.statuses();
        for (HeaderPlace.Found field : HeaderPlace.find(line)) {
            Piece piece = new Piece();
            piece.header(field.name(), field.value());
            found.marks.add(new Mark(field.start(), piece));
        }
        if (FaultWords.isClientLine(line)) {
            Piece piece = new Piece();
            piece.faults.append(line).append('\n');
            found.marks.add(new Mark(line.length(), piece));
        }
        return found.pieces();
    }

    private void body(int start, PrintedBody body) {
        Piece piece = new Piece();
        if (body.shape() == BodyShape.REQUEST) {
            piece.sent = body.text();
        } else {
            piece.body = body.text();
            piece.shape = body.shape();
        }
        marks.add(new Mark(start, piece));
    }

    private void statuses() {
        StatusPlace places = new StatusPlace(line);
        boolean prose = PROSE.matcher(line).find() && !FaultWords.namesClient(line);
        boolean tunnel = FaultWords.isTunnel(line);
        for (StatusPlace.Found found = places.next(); found != null; found = places.next()) {
            Piece piece = new Piece();
            piece.status = found.code();
            piece.told = !prose && found.sign() != StatusPlace.Sign.BARE;
            if (tunnel) {
                piece.method = "CONNECT";
                piece.called = true;
            }
            marks.add(new Mark(found.start(), piece));
        }
        behind();
        int named = marks.stream().anyMatch(mark -> mark.told().status != 0) ? 0 : NamedStatus.of(line);
        if (named != 0) {
            Piece piece = new Piece();
            piece.status = named;
            piece.told = true;
            marks.add(new Mark(0, piece));
        }
    }

    private void behind() {
        boolean known = marks.stream().anyMatch(mark -> mark.told().status != 0);
        Matcher matcher = known || calledUpTo == 0 ? null : BEHIND.matcher(line).region(calledUpTo, line.length());
        if (matcher == null || !matcher.lookingAt()) {
            matcher = known || line.indexOf('(') < 0 ? null : POWERSHELL.matcher(line);
            if (matcher != null && !matcher.find()) {
                matcher = FaultWords.namesClient(line) ? LAST.matcher(line) : null;
                matcher = matcher != null && matcher.find() ? matcher : null;
            }
        }
        if (matcher == null) {
            refused();
            return;
        }
        Piece piece = new Piece();
        piece.status = Integer.parseInt(matcher.group(1));
        piece.told = true;
        marks.add(new Mark(matcher.start(1), piece));
    }

    private void refused() {
        Matcher matcher = line.contains("\": ") ? REFUSED.matcher(line) : null;
        if (matcher != null && matcher.find()) {
            Piece piece = new Piece();
            piece.status = matcher.group(1) != null ? 407 : matcher.group(2) != null ? 403 : 502;
            piece.told = true;
            marks.clear();
            piece.method = "CONNECT";
            piece.called = true;
            marks.add(new Mark(0, piece));
        }
    }

    private void calls() {
        if (line.indexOf('/') < 0) {
            keyedMethod();
            return;
        }
        if (!proxied() && !logged() && !called(CALL) && !called(GO_CALL) && !pool() && !keyed() && !path()) {
            named();
        }
        keyedMethod();
    }

    /** A web server's log names paths only; those of other things are no calls of this API. */
    private boolean isOfOtherServer() {
        Matcher matcher = line.contains("HTTP/") ? LOGGED.matcher(line) : null;
        return matcher != null
                && matcher.find()
                && matcher.group(1) == null
                && matcher.group(3).startsWith("/")
                && !isOurs(matcher.group(3));
    }

    /** A line of squid's log. */
    private boolean proxied() {
        Matcher matcher = line.contains(" TCP_") ? PROXIED.matcher(line) : null;
        if (matcher == null || !matcher.find()) {
            return false;
        }
        Piece piece = new Piece();
        piece.status = Integer.parseInt(matcher.group(1));
        piece.told = true;
        piece.method = matcher.group(2);
        piece.url = matcher.group(3);
        piece.called = true;
        marks.add(new Mark(matcher.start(), piece));
        return true;
    }

    private boolean logged() {
        Matcher matcher = line.contains("HTTP/") ? LOGGED.matcher(line) : null;
        if (matcher == null || !matcher.find()) {
            return false;
        }
        String host = matcher.group(1) == null ? "" : matcher.group(1);
        String path = matcher.group(3);
        call(matcher.start(), matcher.group(2), path.startsWith("http") ? path : host + path, true);
        return true;
    }

    private boolean called(Pattern pattern) {
        Matcher matcher = pattern.matcher(line);
        boolean found = false;
        while (matcher.find()) {
            String url = trimmed(matcher.group(2));
            calledUpTo = matcher.start(2) + url.length();
            call(matcher.start(), matcher.group(1), url, true);
            found = true;
        }
        return found;
    }

    private boolean pool() {
        Matcher matcher = line.contains("ConnectionPool(") ? POOL.matcher(line) : null;
        if (matcher == null || !matcher.find()) {
            return false;
        }
        String path = matcher.group(3) == null ? "" : matcher.group(3);
        call(matcher.start(), null, "http" + Texts.lower(matcher.group(1)) + "://" + matcher.group(2) + path, false);
        return true;
    }

    private boolean keyed() {
        Matcher matcher = KEYED.matcher(line);
        boolean found = false;
        while (matcher.find()) {
            String url = trimmed(matcher.group(1));
            if (!isLink(url)) {
                call(matcher.start(), null, url, false);
                found = true;
            }
        }
        return found;
    }

    private boolean path() {
        Matcher matcher = PATH.matcher(line);
        while (matcher.find()) {
            if (isOurs(matcher.group(2))) {
                String path = trimmed(matcher.group(2));
                calledUpTo = matcher.start(2) + path.length();
                call(matcher.start(), matcher.group(1), path, true);
                return true;
            }
        }
        return false;
    }

    /** An address without any word before it counts only on a host of the service, and not as a call of its own. */
    private void named() {
        Matcher matcher = URL.matcher(line);
        while (matcher.find()) {
            String url = trimmed(matcher.group());
            String host = LoginError.host(url);
            boolean known = host != null
                    && (host.equals("169.254.169.254") || Cloud.ofGraphHost(host) != null || Cloud.isLoginHost(host));
            if (known || (Texts.containsIgnoringCase(url, "/scim") && !isLink(url))) {
                Piece piece = new Piece();
                piece.url = url;
                marks.add(new Mark(matcher.start(), piece));
                return;
            }
        }
    }

    private void call(int start, @Nullable String method, String url, boolean together) {
        if (together && isValue(start)) {
            // The value of a name in something printed, such as the first line of a message that was sent.
            if (!url.startsWith("/")) {
                call(start, method, url, false);
            }
            return;
        }
        Piece piece = new Piece();
        piece.method = method;
        piece.url = url;
        piece.called = together;
        marks.add(new Mark(start, piece));
    }

    /** Whether a name and a quote stand in front: {@code _header: 'POST /users HTTP/1.1'}. */
    private boolean isValue(int start) {
        int quote = start < line.length() && "'\"`".indexOf(line.charAt(start)) >= 0 ? start : start - 1;
        if (quote < 2 || "'\"`".indexOf(line.charAt(quote)) < 0) {
            return false;
        }
        char before = line.charAt(quote - 1);
        char name = line.charAt(quote - 2);
        return (before == ' ' && (name == ':' || name == '=')) || before == ':' || before == '=';
    }

    private void keyedMethod() {
        Matcher matcher = METHOD.matcher(line);
        if (matcher.find()) {
            Piece piece = new Piece();
            piece.method = matcher.group(1);
            marks.add(new Mark(matcher.start(), piece));
        }
    }

    /** A path of this API, of Graph or of the sign-in service; other servers' logs are full of others. */
    private static boolean isOurs(String path) {
        String lower = Texts.lower(path);
        return lower.contains("scim")
                || lower.contains("/oauth2/")
                || lower.startsWith("/users")
                || lower.startsWith("/groups")
                || lower.startsWith("/v1.0/")
                || lower.startsWith("/beta/")
                || lower.startsWith("/rp/");
    }

    private static boolean isLink(String url) {
        String host = LoginError.host(url);
        return host != null && LINKS.matcher(host).matches();
    }

    private static String trimmed(String url) {
        int end = url.length();
        while (end > 0 && ".,;:)]}\\".indexOf(url.charAt(end - 1)) >= 0) {
            end--;
        }
        return url.substring(0, end);
    }

    /** Puts together what does not contradict, in the order of the line. */
    private List<Piece> pieces() {
        marks.sort(Comparator.comparingInt(Mark::start));
        List<Piece> pieces = new ArrayList<>();
        Piece current = null;
        for (Mark mark : marks) {
            Piece told = mark.told();
            told.opens = told.called
                    && told.url != null
                    && (current == null || !current.hasOutcome())
                    && !FaultWords.namesClient(line.substring(Math.max(0, mark.start() - NEAR), mark.start()));
            if (current == null || current.contradicts(told)) {
                current = told;
                pieces.add(told);
            } else {
                boolean opens = current.opens || (told.opens && !current.hasOutcome());
                current.join(told);
                current.opens = opens;
            }
        }
        boolean first = true;
        boolean indented = Character.isWhitespace(line.charAt(0)) || line.startsWith("Caused by");
        for (Piece piece : pieces) {
            if (first && (!indented || piece.opens) && (piece.hasOutcome() || piece.url != null)) {
                piece.looksLike(look(line));
            }
            first = false;
        }
        return pieces;
    }

    /** The beginning of the line without its numbers. */
    private static String look(String line) {
        StringBuilder look = new StringBuilder();
        for (int i = 0; i < line.length() && look.length() < LOOK; i++) {
            char c = line.charAt(i);
            boolean digit = Character.isDigit(c);
            if (!digit || look.length() == 0 || look.charAt(look.length() - 1) != '0') {
                look.append(digit ? '0' : c);
            }
        }
        return look.toString();
    }
}
