package io.scimdoctor.cli.live;

import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.check.Probe;
import io.scimdoctor.cli.process.Consent;
import io.scimdoctor.cli.process.Environment;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.finding.Told;
import io.scimdoctor.permission.Need;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.redact.Redactor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of {@code probe}, and the request they describe.
 *
 * @param given the header fields that are named
 * @param accept the Accept header that is named, or null
 * @param repeat how often it is sent, or 0 when that is not said
 * @param force whether it is sent although it breaks a rule
 */
record ProbeOptions(
        String method,
        String path,
        @Nullable String body,
        Headers given,
        @Nullable String accept,
        boolean withAccept,
        boolean withToken,
        boolean compareAccept,
        int repeat,
        boolean force,
        Consent consent) {
    private static final int MOST_REPEATS = 1_000;
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String JSON = "application/json";

    static ProbeOptions of(Invocation invocation) throws IOException {
        List<String> words = invocation.parameters();
        if (words.size() != 2) {
            throw Stopped.usage(
                    "probe needs a method and a path", "write it like scimdoctor probe GET '/users?count=1'");
        }
        return new ProbeOptions(
                method(words.get(0)),
                words.get(1),
                body(invocation),
                given(invocation.list("--header")),
                invocation.text("--accept"),
                !invocation.flag("--no-accept"),
                !invocation.flag("--without-token"),
                invocation.flag("--compare-accept"),
                invocation.number("--repeat", 0, 1, MOST_REPEATS),
                invocation.flag("--force"),
                Consent.of(invocation));
    }

    /** The body, whose passwords must not come back out of any output. */
    private static @Nullable String body(Invocation invocation) throws IOException {
        String file = invocation.text("--data");
        if (file == null) {
            return null;
        }
        Environment environment = invocation.environment();
        String body = environment.input().small(file.startsWith("@") ? file.substring(1) : file);
        environment.redaction((kind, value) -> Redactor.MASK).body(body);
        return body;
    }

    /** The requests, in the order in which they are sent. */
    CheckSettings.Scope scope(String baseUrl) {
        String below = RequestTarget.below(baseUrl, path);
        List<Probe> probes = new ArrayList<>();
        if (compareAccept) {
            probes.add(new Probe("with-accept", method, below, compared(true), null, withToken));
            probes.add(new Probe("without-accept", method, below, compared(false), null, withToken));
            return CheckSettings.Scope.of(probes);
        }
        for (int i = 1; i <= times(); i++) {
            String id = times() == 1 ? "request" : "request-" + i;
            probes.add(new Probe(id, method, below, headers(), body, withToken));
        }
        return CheckSettings.Scope.of(probes);
    }

    private int times() {
        return Math.max(1, repeat);
    }

    /** The request as it will be sent, but for its token and its id. */
    SentRequest request(String baseUrl) {
        return new SentRequest(method, baseUrl + RequestTarget.below(baseUrl, path), headers(), body);
    }

    /** Whether the request may go out: a read may, a write needs consent. */
    boolean mayBeSent(String baseUrl) throws IOException {
        return READS.contains(method) || consent.to(deed(baseUrl));
    }

    private String deed(String baseUrl) {
        String below = RequestTarget.below(baseUrl, path);
        List<Need> needs = Need.of(request(baseUrl));
        String what = needs.isEmpty()
                ? "may change the tenant"
                : "would " + needs.get(0).operation().title();
        String often = times() == 1 ? "" : ", " + times() + " times over";
        return method + " " + Redactor.url(below) + " " + what + often + ", and nothing undoes it by itself";
    }

    /** Whether it changes nothing. */
    boolean isRead() {
        return READS.contains(method);
    }

    /** Method and path. */
    Told asked() {
        return Redactor.toldUrl(path).between(method + " ", "");
    }

    private static String method(String word) {
        String method = word.toUpperCase(Locale.ROOT);
        if (!method.matches("[A-Z]{3,10}")) {
            throw Stopped.usage(
                    "'" + Redactor.seen(word) + "' is no HTTP method", "write GET, POST, PATCH or DELETE first");
        }
        return method;
    }

    private Headers compared(boolean withIt) {
        if (!method.equals("GET") || body != null || repeat > 0) {
            throw Stopped.usage(
                    "--compare-accept sends one GET without a body twice", "leave --data and --repeat out and use GET");
        }
        Headers headers = given.without("Accept");
        return withIt ? headers.plus("Accept", accept == null ? JSON : accept) : headers;
    }

    private Headers headers() {
        Headers headers = given;
        String usual = method.equals("DELETE") ? "" : JSON;
        String wanted = accept == null ? usual : accept;
        if (withAccept && !wanted.isEmpty() && !headers.has("Accept")) {
            headers = headers.plus("Accept", wanted);
        }
        if (body != null && !headers.has("Content-Type")) {
            headers = headers.plus("Content-Type", "application/scim+json");
        }
        return headers;
    }

    private static Headers given(List<String> fields) {
        Headers headers = Headers.NONE;
        for (String field : fields) {
            int colon = field.indexOf(':');
            String name = colon < 1 ? "" : field.substring(0, colon).trim();
            String value = field.substring(colon + 1).trim();
            if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+") || !value.matches("[ -~]*")) {
                throw Stopped.usage(
                        "a --header is no 'Name: value' in printable ASCII",
                        "write it like --header 'Prefer: return=minimal'");
            }
            if (name.equalsIgnoreCase("client-request-id")) {
                throw Stopped.usage(
                        "--header does not take client-request-id, because each call gets a fresh one",
                        "the report and the recorded run name it");
            }
            if (Redaction.isSecretHeader(name)) {
                throw Stopped.usage(
                        "--header does not take " + Redactor.seen(name) + ": other users of this machine could read it",
                        "the token comes from --token-file, SCIMDOCTOR_TOKEN or client credentials");
            }
            headers = headers.plus(name, value);
        }
        return headers;
    }
}
