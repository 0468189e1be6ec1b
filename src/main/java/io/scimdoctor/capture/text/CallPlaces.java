package io.scimdoctor.capture.text;

import io.scimdoctor.capture.Sieve;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.json.Patterns;
import io.scimdoctor.json.Resource;
import java.util.regex.Pattern;

/** How clients, servers and people write a call and what became of it; {@link LinePieces} asks for each of them in a line. */
final class CallPlaces {
    private static final Patterns CALLS = Resource.patterns(CallPlaces.class, "calls.patterns");
    static final Sieve LOGGED = new Sieve(CALLS.get("LOGGED"));
    /**
     * What Envoy writes behind the status of an answer that is its own, and how HAProxy says that it answered itself: why
     * there was none. Without a group, a server in between answered itself.
     */
    static final Sieve OWN_ANSWER = new Sieve(Resource.anyOf(CallPlaces.class, "own-answers.txt"));
    /** The part of another product that logs what it refuses. */
    static final Sieve PRODUCT = new Sieve(Resource.anyOf(CallPlaces.class, "products.txt"));

    static final Sieve SERVED = new Sieve(CALLS.get("SERVED"));

    static final Sieve PROXIED = new Sieve(CALLS.get("PROXIED"));

    /** Go prints of a proxy's refusal to open a tunnel nothing but the reason phrase, OkHttp not even that. */
    static final Sieve REFUSED = new Sieve(Resource.anyOf(CallPlaces.class, "refused.txt"));

    static final Sieve CALL = new Sieve(CALLS.get("CALL"));
    static final Sieve GO_CALL = new Sieve(CALLS.get("GO_CALL"));
    static final Sieve PATH = new Sieve(CALLS.get("PATH"));
    static final Sieve DONE = new Sieve(CALLS.get("DONE"));
    static final Sieve POOL = new Sieve(CALLS.get("POOL"));
    static final Sieve KEYED = new Sieve(CALLS.get("KEYED"));

    static final Sieve METHOD = new Sieve(CALLS.get("METHOD"));
    static final Sieve URL = new Sieve(CALLS.get("URL"));
    static final Pattern LINKS = Pattern.compile(Resource.anyOf(CallPlaces.class, "links.txt"));
    static final Sieve PROSE = new Sieve("(?i)" + Resource.anyOf(CallPlaces.class, "prose.txt"));

    static final Pattern HEADING = Pattern.compile("#{1,6} \\w|(?:Subject|Betreff|Objet|Asunto|Oggetto|Assunto): ");
    /** The end of a line whose sentence goes on, and the beginning of the next. */
    static final Sieve ENDS = new Sieve("[A-Za-z,)]\\s{0,3}+$");

    static final Pattern GOES_ON = Pattern.compile("[>\\s]{0,9}+[a-z]");

    static final Pattern VALUE = Pattern.compile("[:=] ?['\"`]$");
    /** What clients write in the place of a status when no answer came, or a failure in words that nobody knows. */
    static final Pattern NO_STATUS = Pattern.compile(Resource.anyOf(CallPlaces.class, "no-status.txt"));

    static final Sieve SAID_LAST = new Sieve(CALLS.get("SAID_LAST"));
    static final LatePattern SPOKEN = LatePattern.of(CALLS.get("SPOKEN"));
    static final Sieve UNWANTED = new Sieve(CALLS.get("UNWANTED"));

    private CallPlaces() {}
}
