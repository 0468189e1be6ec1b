package io.scimdoctor.capture.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.Sieve;
import io.scimdoctor.json.Resource;
import java.util.regex.Pattern;

/** How clients, servers and people write a call and what became of it; {@link LinePieces} asks for each of them in a line. */
final class CallPlaces {
    private static final JsonNode CALLS = Resource.patterns(CallPlaces.class, "calls.patterns");
    static final Sieve LOGGED = new Sieve(CALLS.path("LOGGED").asText());
    /**
     * What Envoy writes behind the status of an answer that is its own, and how HAProxy says that it answered itself: why
     * there was none. Without a group, a server in between answered itself.
     */
    static final Sieve OWN_ANSWER = new Sieve(Resource.anyOf(CallPlaces.class, "own-answers.txt"));
    /** The part of another product that logs what it refuses. */
    static final Sieve PRODUCT = new Sieve(Resource.anyOf(CallPlaces.class, "products.txt"));

    static final Sieve SERVED = new Sieve(CALLS.path("SERVED").asText());

    static final Sieve PROXIED = new Sieve(CALLS.path("PROXIED").asText());

    /** Go prints of a proxy's refusal to open a tunnel nothing but the reason phrase, OkHttp not even that. */
    static final Sieve REFUSED = new Sieve(Resource.anyOf(CallPlaces.class, "refused.txt"));

    static final Sieve CALL = new Sieve(CALLS.path("CALL").asText());
    static final Sieve GO_CALL = new Sieve(CALLS.path("GO_CALL").asText());
    static final Sieve PATH = new Sieve(CALLS.path("PATH").asText());
    static final Sieve POOL = new Sieve(CALLS.path("POOL").asText());
    static final Sieve KEYED = new Sieve(CALLS.path("KEYED").asText());

    static final Sieve METHOD = new Sieve(CALLS.path("METHOD").asText());
    static final Sieve URL = new Sieve(CALLS.path("URL").asText());
    static final Pattern LINKS = Pattern.compile(Resource.anyOf(CallPlaces.class, "links.txt"));
    static final Sieve PROSE = new Sieve("(?i)" + Resource.anyOf(CallPlaces.class, "prose.txt"));

    static final Pattern HEADING = Pattern.compile("#{1,6} \\w");
    /** The end of a line whose sentence goes on, and the beginning of the next. */
    static final Sieve ENDS = new Sieve("[A-Za-z,)]\\s{0,3}+$");

    static final Pattern GOES_ON = Pattern.compile("[>\\s]{0,9}+[a-z]");

    static final Pattern VALUE = Pattern.compile("[:=] ?['\"`]$");
    /** What clients write in the place of a status when no answer came, or a failure in words that nobody knows. */
    static final Pattern NO_STATUS = Pattern.compile(Resource.anyOf(CallPlaces.class, "no-status.txt"));

    static final Sieve SPOKEN = new Sieve(CALLS.path("SPOKEN").asText());
    static final Sieve UNWANTED = new Sieve(CALLS.path("UNWANTED").asText());

    private CallPlaces() {}
}
