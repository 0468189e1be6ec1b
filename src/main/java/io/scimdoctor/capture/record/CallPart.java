package io.scimdoctor.capture.record;

import io.scimdoctor.exchange.Any;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a field of a record tells of the call, by its name: names differ in case, punctuation and in whether they say
 * {@code request} or {@code response} in front.
 *
 * @param side the side of the call that the name itself states
 */
public record CallPart(Kind kind, Side side) {
    /** The parts of a call that records name. */
    public enum Kind {
        STATUS("status statuscode originstatus downstreamstatus statuscodevalue"
                + " codedétat codedestado códigodeestado códigodestatus codicedistato ステータスコード 状态码"),
        CODE("code resultcode httpcode result"),
        METHOD("method verb methode méthode método metodo メソッド 请求方法"),
        URL(
                "url uri responseforuri href path target fullurl urleffective originalurl endpoint resourcepath uristem uripath"),
        HEADERS("headers header rawheaders headerlist"),
        BODY("body filedata text content data payload rawbody bodytext dataasstring stream json errorbody postdata"),
        REQUEST_LINE("name operation call"),
        TIME(
                "time timestamp ts datetime eventtime at startedat starteddatetime start timegenerated t starttime createddatetime dateutc"
                        + " zeit zeitstempel horodatage"),
        DURATION("durationms duration responsetime elapsedmilliseconds latencyms"),
        REQUEST_ID("requestid xrequestid msrequestid reqid rid xmsrequestid"),
        CLIENT_REQUEST_ID("clientrequestid xmsclientrequestid"),
        APPLICATION("appid clientid applicationid"),
        TENANT("aadtenantid tenantid tid"),
        FAULT("fault error errormessage errormsg message code exception errno cause statustext"),
        /** The number of an error in the sign-in logs. */
        SIGN_IN("signinerrorcode resulttype"),
        /** What a proxy or a firewall did with the call. */
        ACTION("action disposition verdict"),
        FLAGS("responseflags"),
        /** An object that holds one side of the call. */
        HOLDER("request req config options originalrequest response res resp reply"),
        OTHER("");

        private final String names;

        Kind(String names) {
            this.names = names;
        }
    }

    /** Which message of the call a field belongs to. */
    public enum Side {
        REQUEST,
        ANY,
        RESPONSE;

        /** The side of what stands within a field, where the inner name states none. */
        Side within(Side outer) {
            return this == ANY ? outer : this;
        }
    }

    /** What stands in front of the name of a part; in the end nothing. */
    private static final String[] FRONTS =
            "request response req resp rsp res cs sc origin edgeresponse clientrequest ".split(" ", -1);

    private static final Map<String, Kind> KINDS = kinds();
    private static final CallPart NOTHING = new CallPart(Kind.OTHER, Side.ANY);

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new HashMap<>();
        for (Kind kind : Kind.values()) {
            for (String name : kind.names.split(" ")) {
                kinds.putIfAbsent(name, kind);
            }
        }
        return kinds;
    }

    /** What a name stands for; the last of several words parted by dots, with the side that the others state. */
    static CallPart of(String name) {
        Side side = Side.ANY;
        int start = 0;
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', start)) {
            side = sideOf(plain(name.substring(start, dot))).within(side);
            start = dot + 1;
        }
        CallPart part = ofWord(plain(name.substring(start)));
        // Of `url.full`, `http.url`, `body.content` the first word says more.
        if (part.kind == Kind.OTHER && start > 0 && (name.endsWith(".full") || name.endsWith(".original"))) {
            return new CallPart(Kind.URL, side);
        }
        return side == Side.ANY ? part : new CallPart(part.kind, part.side.within(side));
    }

    /** Whether a name stands for the status of an answer. */
    private static boolean isStatus(String name) {
        Kind kind = of(name).kind;
        return kind == Kind.STATUS || kind == Kind.CODE;
    }

    /** Whether names of columns are those of calls: one stands for a status and one for the rest, or one for a sign-in's error. */
    public static boolean areColumns(List<String> names) {
        return (Any.of(names, CallPart::isStatus) && Any.of(names, CallPart::isTarget))
                || (names.size() > 2 && Any.of(names, name -> of(name).kind == Kind.SIGN_IN));
    }

    /** Whether a name stands for the URL or the method of a call. */
    public static boolean isTarget(String name) {
        Kind kind = of(name).kind;
        boolean line = List.of("data", "request", "operation", "call").contains(plain(name));
        return line || kind == Kind.URL || kind == Kind.METHOD;
    }

    private static CallPart ofWord(String word) {
        Kind kind = KINDS.get(word);
        if (kind != null) {
            return new CallPart(kind, sideOf(word));
        }
        String rest = word.startsWith("http") ? word.substring(word.lastIndexOf("http") + 4) : word;
        // A gateway tells its own answer, and its client's request, from those of the server behind it.
        for (String front : FRONTS) {
            Kind inner = rest.startsWith(front) ? KINDS.get(rest.substring(front.length())) : null;
            if (inner != null && inner != Kind.REQUEST_LINE && inner != Kind.TIME) {
                return new CallPart(inner, sideOf(front));
            }
        }
        return NOTHING;
    }

    private static Side sideOf(String word) {
        return switch (word.startsWith("http") ? word.substring(4) : word) {
            case "request", "req", "config", "options", "originalrequest", "cs", "clientrequest" -> Side.REQUEST;
            case "response", "res", "resp", "rsp", "reply", "sc", "edgeresponse" -> Side.RESPONSE;
            default -> Side.ANY;
        };
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            if (Character.isLetterOrDigit(name.charAt(i))) {
                plain.append(name.charAt(i));
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}
