package io.scimdoctor.cli.live;

import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.check.Probe;
import io.scimdoctor.cli.process.Consent;
import io.scimdoctor.cli.process.Input;
import io.scimdoctor.cli.process.Invocation;
import io.scimdoctor.cli.process.SharedOptions;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.json.Json;
import io.scimdoctor.permission.Operation;
import io.scimdoctor.redact.Redaction;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.ScimUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of {@code probe}, and the request they describe. */
final class ProbeOptions {
    private static final int MOST_REPEATS = 1_000;
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String JSON = "application/json";

    private final Invocation invocation;
    private final String method;
    private final String path;
    private final @Nullable String body;

    ProbeOptions(Invocation invocation) throws IOException {
        this.invocation = invocation;
        List<String> words = invocation.parameters();
        if (words.size() != 2) {
            throw Stopped.usage(
                    "probe takes a method and a path, not " + words.size() + " words",
                    "write it like scimdoctor probe GET '/users?count=1'");
        }
        method = method(words.get(0));
        path = words.get(1);
        String file = invocation.text("--data");
        body = file == null
                ? null
                : Input.small(invocation.environment(), file.startsWith("@") ? file.substring(1) : file);
        secretsOf(body);
    }

    static void add(CommandSpec spec) {
        request(spec, "METHOD PATH");
        SharedOptions.value(spec, "N", "Send it N times, one after the other. Default: 1.", "--repeat");
        SharedOptions.flag(spec, "Send a GET with and without the Accept header and compare.", "--compare-accept");
        SharedOptions.flag(spec, "Print the request, and send nothing.", "--dry-run");
        consent(spec);
    }

    /** @param synopsis says whether the request must be given */
    static void request(CommandSpec spec, String synopsis) {
        SharedOptions.parameters(spec, synopsis, "The HTTP method, and the path below the base URL.");
        SharedOptions.value(spec, "FILE", "Send this file as the body; - for standard input.", "--data");
        spec.addOption(OptionSpec.builder("--header")
                .paramLabel("FIELD")
                .type(String[].class)
                .description("Send this header field too, as 'Name: value'; may be repeated. Secrets are refused.")
                .build());
        SharedOptions.value(
                spec, "TYPE", "Send this Accept header. Default: application/json, none on DELETE.", "--accept");
        SharedOptions.flag(spec, "Send no Accept header.", "--no-accept");
        SharedOptions.flag(spec, "Send no token.", "--without-token");
    }

    /** Whether it may be sent. */
    static void consent(CommandSpec spec) {
        SharedOptions.flag(spec, "Send a request that changes the tenant, without asking.", "--yes");
        SharedOptions.flag(spec, "Send even what this API is known to refuse, such as PUT.", "--force");
    }

    /** The requests, in the order in which they are sent. */
    CheckSettings.Scope scope(String baseUrl) {
        String below = RequestTarget.below(baseUrl, path);
        boolean withToken = !invocation.flag("--without-token");
        List<Probe> probes = new ArrayList<>();
        if (invocation.flag("--compare-accept")) {
            probes.add(new Probe("with-accept", method, below, compared(true), null, withToken));
            probes.add(new Probe("without-accept", method, below, compared(false), null, withToken));
            return CheckSettings.Scope.of(probes);
        }
        int times = invocation.number("--repeat", 1, 1);
        if (times > MOST_REPEATS) {
            throw Stopped.usage("--repeat takes a number up to " + MOST_REPEATS + ", not " + times, null);
        }
        for (int i = 1; i <= times; i++) {
            String id = times == 1 ? "request" : "request-" + i;
            probes.add(new Probe(id, method, below, headers(), body, withToken));
        }
        return CheckSettings.Scope.of(probes);
    }

    /** The request as it will be sent, but for its token and its id. */
    SentRequest request(String baseUrl) {
        return new SentRequest(method, baseUrl + RequestTarget.below(baseUrl, path), headers(), body);
    }

    /** Whether the request may go out: a read may, a write needs consent. */
    boolean mayBeSent(String baseUrl) throws IOException {
        return READS.contains(method) || Consent.to(deed(baseUrl), invocation);
    }

    private String deed(String baseUrl) {
        String below = RequestTarget.below(baseUrl, path);
        ScimUrl url = ScimUrl.parse(baseUrl + below);
        Operation operation = Operation.of(
                method, url, body == null ? null : Json.readLeniently(body).node());
        String what = operation == null ? "may change the tenant" : "would " + operation.title();
        int times = invocation.number("--repeat", 1, 1);
        String often = times == 1 ? "" : ", " + times + " times over";
        return method + " " + Redactor.url(below) + " " + what + often + ", and nothing undoes it by itself";
    }

    /** Whether it changes nothing. */
    boolean isRead() {
        return READS.contains(method);
    }

    /** The request in few words, masked. */
    String shown() {
        return method + " " + Redactor.url(path);
    }

    private static String method(String word) {
        String method = word.toUpperCase(Locale.ROOT);
        if (!method.matches("[A-Z]{3,10}")) {
            throw Stopped.usage(
                    "'" + Redactor.typed(word) + "' is no HTTP method", "write GET, POST, PATCH or DELETE first");
        }
        return method;
    }

    /** A password in the body must not come back out of any output. */
    private void secretsOf(@Nullable String text) {
        if (text != null) {
            new Redaction((kind, value) -> Redactor.MASK, invocation.secrets()::addFound).body(text);
        }
    }

    private Headers compared(boolean withAccept) {
        if (!method.equals("GET") || body != null || invocation.text("--repeat") != null) {
            throw Stopped.usage(
                    "--compare-accept sends one GET without a body twice", "leave --data and --repeat out and use GET");
        }
        Headers headers = given().without("Accept");
        return withAccept ? headers.plus("Accept", invocation.text("--accept", JSON)) : headers;
    }

    private Headers headers() {
        Headers headers = given();
        String accept = invocation.text("--accept", method.equals("DELETE") ? "" : JSON);
        if (!invocation.flag("--no-accept") && !accept.isEmpty() && !headers.has("Accept")) {
            headers = headers.plus("Accept", accept);
        }
        if (body != null && !headers.has("Content-Type")) {
            headers = headers.plus("Content-Type", "application/scim+json");
        }
        return headers;
    }

    private Headers given() {
        Headers headers = Headers.NONE;
        for (String field : invocation.list("--header")) {
            int colon = field.indexOf(':');
            String name = colon < 1 ? "" : field.substring(0, colon).trim();
            String value = field.substring(colon + 1).trim();
            if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+") || !isPrintable(value)) {
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
                        "--header does not take " + Redactor.typed(name)
                                + ": other users of this machine could read it",
                        "the token comes from --token-file, SCIMDOCTOR_TOKEN or client credentials");
            }
            headers = headers.plus(name, value);
        }
        return headers;
    }

    private static boolean isPrintable(String value) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(value)
                && value.chars().noneMatch(c -> Character.isISOControl(c));
    }
}
